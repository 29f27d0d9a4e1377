package org.filmwright.witness;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Locale;
import java.util.stream.Stream;

/** In tests, names of this machine only are looked up. Names that end in {@code .invalid} belong to nobody (RFC 6761). */
public final class LocalNames extends InetAddressResolverProvider {
    @Override
    public String name() {
        return "names of this machine";
    }

    @Override
    public InetAddressResolver get(Configuration jdk) {
        InetAddressResolver usual = jdk.builtinResolver();
        String own = jdk.lookupLocalHostName();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                String name = host.toLowerCase(Locale.ROOT);
                if (name.equals("localhost") || host.equalsIgnoreCase(own)) {
                    return usual.lookupByName(host, policy);
                }
                if (!name.endsWith(".invalid")) {
                    SocketWitness.lookedUp(host);
                }
                throw new UnknownHostException(host + ": a test may not ask for names");
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return usual.lookupByAddress(address);
            }
        };
    }
}
