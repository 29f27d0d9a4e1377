package org.filmwright;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.Download;
import org.filmwright.production.models.Claim;
import org.filmwright.production.models.Downloads;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Pack;
import org.filmwright.production.models.Supply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings models to the studio over the network, as {@code models download} does. @param config the folder of settings */
record ModelSupply(Path config, ModelShelf shelf) implements Supply {
    private static final Logger LOG = LoggerFactory.getLogger(ModelSupply.class);

    @Override
    public Outcome<List<String>> names() {
        return ModelCatalogue.in(config).names();
    }

    @Override
    public Outcome<Model> bring(Order order, Progress progress) {
        return ModelCatalogue.in(config)
                .address(order.source().address())
                .then(manifest -> others(order.source().others()).then(others -> {
                    try (ModelDownload download = new ModelDownload(config, shelf, LOG::info)) {
                        return download.fetch(new ModelDownload.Order(manifest, order.name(),
                                order.token().map(Token::value), order.consent(), new ModelDownload.Beside(others, order
                                        .known())),
                                progress);
                    }
                }));
    }

    private static Outcome<List<URI>> others(List<String> addresses) {
        List<URI> others = new ArrayList<>();
        for (String address : addresses) {
            try {
                URI other = URI.create(address.strip());
                if (other.getHost() != null) {
                    others.add(other);
                    continue;
                }
            } catch (IllegalArgumentException odd) {
                LOG.debug("An address that is none", odd);
            }
            return Outcome.failed(new Failure.Refused("'" + address + "' is no address. Nothing was downloaded.",
                    "Give the address of a folder: https://example.org/model/"));
        }
        return Outcome.ok(others);
    }

    @Override
    public List<Unfinished> unfinished() {
        return shelf.downloads().unfinished().stream().flatMap(name -> unfinished(name).stream()).toList();
    }

    /** What comes just now, in another program, is not looked into: its journals are being written. */
    private Optional<Unfinished> unfinished(String name) {
        Downloads downloads = shelf.downloads();
        try {
            Optional<Claim> claim = downloads.claim(name);
            if (claim.isEmpty()) {
                return Optional.empty();
            }
            try (Claim _ = claim.get()) {
                Optional<Downloads.Origin> origin = downloads.originOf(name);
                return origin.isEmpty() ? Optional.empty() : measured(name, origin.get());
            }
        } catch (IOException e) {
            LOG.warn("What came of {} cannot be read.", name, e);
            return Optional.empty();
        }
    }

    private Optional<Unfinished> measured(String name, Downloads.Origin origin) throws IOException {
        if (!(Pack.read(origin.manifest(), "The list of " + name) instanceof Outcome.Ok<Pack>(Pack pack))) {
            return Optional.empty();
        }
        Path folder = shelf.downloads().folder(name);
        long have = 0;
        for (Download.Order file : ModelDownload.files(List.of(), pack, folder)) {
            have += Files.isDirectory(file.file().getParent()) ? file.have() : 0;
        }
        return Optional.of(new Unfinished(name, origin.source(), have, pack.bytes()));
    }
}
