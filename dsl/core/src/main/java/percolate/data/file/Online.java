package percolate.data.file;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import percolate.Dataset;
import percolate.Tensor;
import percolate.data.download.Cache;
import percolate.data.download.Checksum;
import percolate.data.download.RemoteFile;

/** Well-known collections, fetched when they are first wanted. */
public final class Online {
    private static final List<String> GARMENTS = List.of(
            "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot");

    private static final RemoteFile CIFAR10 = new RemoteFile(
            "cifar10/cifar-10-binary.tar.gz",
            List.of(URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")),
            List.of(
                    Checksum.sha256("c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
                    Checksum.md5("c32a1d4ab5d03f1284b67883e8d87530")),
            "shapes of your own, or digits(), which ships with Percolate");

    private Online() {}

    /**
     * Handwritten digits, 60,000 to train with and 10,000 to test, [1, 28, 28].
     *
     * @see <a href="http://yann.lecun.com/exdb/mnist/">LeCun, Cortes and Burges, The MNIST database</a>
     */
    public static Dataset mnist() {
        var train = new Pair(
                mnist("train-images-idx3", "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
                mnist("train-labels-idx1", "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
                List.of());
        var test = new Pair(
                mnist("t10k-images-idx3", "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
                mnist("t10k-labels-idx1", "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
                List.of());
        return train.read(Cache.user(), test);
    }

    /**
     * Photographs of garments, 60,000 to train with and 10,000 to test, [1, 28, 28].
     *
     * @see <a href="https://arxiv.org/abs/1708.07747">Xiao, Rasul and Vollgraf 2017</a>
     */
    public static Dataset fashionMnist() {
        var train = new Pair(
                fashion("train-images-idx3", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                fashion("train-labels-idx1", "25c81989df183df01b3e8a0aad5dffbe"),
                GARMENTS);
        var test = new Pair(
                fashion("t10k-images-idx3", "bef4ecab320f06d8554ea6380940ec79"),
                fashion("t10k-labels-idx1", "bb300cfdad3c16e7a12a480ee83cd310"),
                GARMENTS);
        return train.read(Cache.user(), test);
    }

    /**
     * Small photographs of ten classes, 50,000 to train with and 10,000 to test, [3, 32, 32].
     *
     * @see <a href="https://www.cs.toronto.edu/~kriz/cifar.html">Krizhevsky 2009</a>
     */
    public static Dataset cifar10() {
        return cifar10(Cache.user().fetch(CIFAR10));
    }

    static Dataset cifar10(Path file) {
        return Labelled.of(
                "cifar10",
                Cifar.read(file, name -> name.matches("data_batch_\\d\\.bin")),
                Cifar.CLASSES,
                () -> Labelled.of("cifar10", Cifar.read(file, "test_batch.bin"::equals), Cifar.CLASSES, null));
    }

    /** Images and labels in the format of MNIST, packed by gzip or not. */
    public static Dataset idx(Path images, Path labels) {
        return Labelled.of("idx", List.of(Idx.read(images), Idx.read(labels)), List.of(), null);
    }

    private static RemoteFile mnist(String name, String sha256) {
        return file(
                "mnist/" + name,
                Checksum.sha256(sha256),
                "https://ossci-datasets.s3.amazonaws.com/mnist/",
                "https://storage.googleapis.com/cvdf-datasets/mnist/");
    }

    private static RemoteFile fashion(String name, String md5) {
        return file(
                "fashion-mnist/" + name,
                Checksum.md5(md5),
                "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
                "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/");
    }

    private static RemoteFile file(String name, Checksum sum, String... folders) {
        var file = name + "-ubyte.gz";
        return new RemoteFile(
                file,
                Stream.of(folders)
                        .map(folder -> URI.create(folder + file.substring(file.indexOf('/') + 1)))
                        .toList(),
                List.of(sum),
                "digits(), which ships with Percolate");
    }

    /** The files of one part. */
    record Pair(RemoteFile images, RemoteFile labels, List<String> classes) {
        /** @param test the part that is read when it is asked for; null for none */
        Dataset read(Cache cache, Pair test) {
            List<Tensor> both =
                    Stream.of(images, labels).map(cache::fetch).map(Idx::read).toList();
            return Labelled.of(images.name(), both, classes, test == null ? null : () -> test.read(cache, null));
        }
    }
}
