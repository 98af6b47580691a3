package percolate.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import percolate.Model;
import percolate.Percolate;
import percolate.Shape;
import percolate.data.download.Cache;
import percolate.data.download.Checksum;
import percolate.data.download.RemoteFile;

/**
 * Trained networks of DJL's model zoo, TorchScript programs that are fetched once, checked and kept.
 *
 * @param name as one asks for it
 * @param file what is fetched, a gzip
 * @param input the shape of one example
 * @see <a href="https://docs.djl.ai/master/docs/model-zoo.html">DJL's model zoo</a>
 */
public record Pretrained(String name, RemoteFile file, Shape input) {
    private static final String ZOO =
            "https://mlrepo.djl.ai/model/cv/image_classification/ai/djl/pytorch/resnet/0.0.1/";
    private static final Shape IMAGE = Shape.of(3, 224, 224);

    private static final List<Pretrained> ALL = List.of(
            resnet("resnet18", "5f2090128b4dd2aac5bc7394ba4d46fe4a608a89", "resNet18()"),
            resnet("resnet50", "dabcf25f827f4fa163a91899ea11f45e82c9fb60", "resNet50()"));

    private static Pretrained resnet(String name, String sha1, String untrained) {
        var from = URI.create(ZOO + "traced_" + name + ".pt.gz");
        return of(name, from, sha1, untrained + ", which has the same layers and is not trained", IMAGE);
    }

    static Pretrained of(String name, URI from, String sha1, String instead, Shape input) {
        var file = new RemoteFile(
                "models/" + name + ".pt.gz", List.of(from), List.of(new Checksum("SHA-1", sha1)), instead);
        return new Pretrained(name, file, input);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public static Pretrained named(String name) {
        return ALL.stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> {
                    var names = ALL.stream().map(Pretrained::name).toList();
                    return new IllegalArgumentException("pretrained: there is no \"" + name + "\", but " + names
                            + "; architectures() lists what is there untrained, and load(file) takes other"
                            + " TorchScript programs");
                });
    }

    /**
     * The model with its weights.
     *
     * @throws percolate.data.download.DownloadException if it is not kept yet and cannot be fetched
     */
    public Model model(Cache cache) {
        var packed = cache.fetch(file);
        try {
            var folder = Files.createTempDirectory("percolate");
            var unpacked = folder.resolve(name + ".pt");
            try (var in = new GZIPInputStream(Files.newInputStream(packed))) {
                Files.copy(in, unpacked);
                return model(unpacked);
            } finally {
                Files.deleteIfExists(unpacked);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "pretrained: " + packed + " cannot be unpacked (" + e.getMessage()
                            + "); see that the disk has room, or" + " delete it to fetch it again",
                    e);
        }
    }

    private Model model(Path unpacked) {
        return Percolate.sequential(Percolate.input(input.toArray()), LoadedFile.read(unpacked));
    }
}
