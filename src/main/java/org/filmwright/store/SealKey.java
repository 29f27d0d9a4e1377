package org.filmwright.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.filmwright.base.Digest;

/** The Ed25519 key with which a person's Filmwright signs what it recorded. It stays in the person's config folder. */
public final class SealKey {
    private static final String ED25519 = "Ed25519";
    private final PrivateKey secret;
    private final String publicKey;

    private SealKey(PrivateKey secret, String publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /** The key in a folder, made when missing; only its owner may read it. */
    public static SealKey in(Path folder) throws IOException {
        Path file = folder.resolve("seal.key");
        if (!Files.isRegularFile(file)) {
            Files.createDirectories(folder);
            write(file);
        }
        return read(file);
    }

    String publicKey() {
        return publicKey;
    }

    /** A short name for a public key. */
    static String id(String publicKey) {
        return Digest.of(publicKey).hex().substring(0, 16);
    }

    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(secret);
            signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /** Whether the owner of a key signed this very text. */
    static boolean signed(String publicKey, String text, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            Signature check = Signature.getInstance(ED25519);
            check.initVerify(key);
            check.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void write(Path file) throws IOException {
        KeyPair pair = newPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Path part = Files.createTempFile(file.getParent(), "seal", ".part");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(part, List.of(base64.encodeToString(pair.getPrivate().getEncoded()),
                base64.encodeToString(pair.getPublic().getEncoded())));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static SealKey read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            PrivateKey secret = KeyFactory.getInstance(ED25519)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
            return new SealKey(secret, lines.getLast());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException(file + " is not a key", e);
        }
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }
}
