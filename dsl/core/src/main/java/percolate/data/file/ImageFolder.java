package percolate.data.file;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Batch;
import percolate.DType;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.data.Facts;
import percolate.engine.Array;
import percolate.tensor.Scaled;

/**
 * Images of a folder, each read when it is wanted: x [examples, 3, h, w], float32 from 0 to 1, and y the number of the folder
 * it lies in, int64 [examples]. May be larger than memory.
 */
public final class ImageFolder implements Dataset {
    private static final int NAMED = 10;

    private final Listing listing;
    private final Form form;
    private final Facts facts;
    private WeakReference<List<Tensor>> kept = new WeakReference<>(null);

    /**
     * What images are made into.
     *
     * @param height 0: as in the file
     * @param first whose size all share where none is said
     */
    private record Form(boolean grey, int height, int width, Path first) {}

    private ImageFolder(Listing listing, Form form, Facts facts) {
        this.listing = listing;
        this.form = form;
        this.facts = facts;
    }

    /**
     * @param place the path of a folder with a folder for each class, or with images alone; of a zip or tar.gz file of these,
     *     or the address of one
     * @throws DataException if there is no such folder, or no image in it
     */
    public static ImageFolder of(String place) {
        var path = Place.of("imageFolder", place);
        var listing = Listing.of(Archive.is(path.toString()) && Files.isRegularFile(path) ? unpacked(path) : path);
        var form = new Form(false, 0, 0, listing.files().get(0));
        return new ImageFolder(listing, form, Facts.none().withClasses(listing.classes()));
    }

    /** Beside the archive, once. */
    private static Path unpacked(Path archive) {
        try {
            var folder = archive.resolveSibling(archive.getFileName() + "." + Files.size(archive) + ".unpacked");
            if (!Files.isDirectory(folder)) {
                Archive.unpack(archive, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new DataException("imageFolder: expected an archive that can be read, got " + archive, e);
        }
    }

    /** All images of this size, bilinear and smoothed where they shrink. */
    @Override
    public ImageFolder resize(int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "resize: expected a height and a width of 1 pixel or more, got " + height + " and " + width);
        }
        return new ImageFolder(listing, new Form(form.grey, height, width, form.first), facts);
    }

    /** One channel of brightness in place of red, green and blue. */
    public ImageFolder grey() {
        return new ImageFolder(listing, new Form(true, form.height, form.width, form.first), facts);
    }

    /** Without the files that are no images, which it names; every file is read for that. */
    public ImageFolder skipBad() {
        var good = LongStream.range(0, size()).parallel().filter(this::isGood).toArray();
        if (good.length == 0) {
            throw new DataException("skipBad: expected one image or more, got " + size()
                    + " files that are none, such as " + listing.files().get(0) + "; look at the folder");
        }
        var rest = listing.rows(good);
        if (good.length < size()) {
            System.out.println("imageFolder: left out " + (size() - good.length) + " of " + size() + " files: "
                    + listing.without(rest).stream()
                            .limit(NAMED)
                            .map(Path::toString)
                            .collect(Collectors.joining(", "))
                    + (size() - good.length > NAMED ? ", …" : ""));
        }
        return new ImageFolder(
                rest, new Form(form.grey, form.height, form.width, rest.files().get(0)), facts);
    }

    private boolean isGood(long example) {
        try {
            Picture.read(listing.files().get((int) example), form.grey);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    @Override
    public boolean isDrawn() {
        return true;
    }

    @Override
    public boolean isHeld() {
        return false;
    }

    @Override
    public Batch drawn(long[] examples, long seed, long epoch) {
        return rows(examples).read();
    }

    @Override
    public ImageFolder rows(long... examples) {
        return new ImageFolder(listing.rows(examples), form, facts);
    }

    private ImageFolder with(Facts others) {
        return new ImageFolder(listing, form, others);
    }

    @Override
    public Dataset named(String... targets) {
        return with(facts.withTargetNames(List.of(targets)));
    }

    @Override
    public Dataset stratified() {
        return with(facts.withStrata());
    }

    @Override
    public Dataset withoutClasses() {
        return with(facts.withClasses(List.of()));
    }

    @Override
    public int size() {
        return listing.files().size();
    }

    @Override
    public Facts facts() {
        return facts;
    }

    /** All images, read again where they were not kept by the caller. */
    @Override
    public synchronized List<Tensor> inputs() {
        var inputs = kept.get();
        if (inputs == null) {
            Array.ensureRoom(shape().prepend(size()), DType.float32);
            inputs = read().inputs();
            kept = new WeakReference<>(inputs);
        }
        return inputs;
    }

    @Override
    public List<Tensor> targets() {
        var labels = listing.labels().stream().mapToLong(Integer::longValue).toArray();
        return listing.classes().isEmpty() ? List.of() : List.of(new Tensor(Array.of(labels, Shape.of(labels.length))));
    }

    /** Of one example. */
    private Shape shape() {
        return form.height == 0
                ? Picture.read(form.first, form.grey).shape()
                : Shape.of(form.grey ? 1 : 3, form.height, form.width);
    }

    private Batch read() {
        var images = listing.files().parallelStream()
                .map(file -> Picture.read(file, form.grey))
                .toList();
        var expected = shape();
        var x = IntStream.range(0, images.size())
                .mapToObj(i -> formed(images.get(i), expected, listing.files().get(i)))
                .toList();
        var all = x.isEmpty() ? Array.of(new float[0], expected.prepend(0)) : Array.concat(0, x);
        return new Batch(List.of(new Tensor(all)), targets(), facts.targetNames());
    }

    private Array formed(Picture picture, Shape expected, Path file) {
        if (form.height == 0 && !picture.shape().equals(expected)) {
            throw new DataException("imageFolder: expected images of one size, got " + picture.shape() + " in " + file
                    + " and " + expected + " in " + form.first + "; say resize(64, 64)");
        }
        var one = picture.batch();
        return (picture.shape().equals(expected) ? one : Scaled.bilinear(one, form.height, form.width)).array();
    }

    /** The names of the files in their order, and how long each is. */
    @Override
    public String fingerprint() {
        var text = new StringBuilder(form.grey + " " + form.height + " " + form.width);
        for (int i = 0; i < size(); i++) {
            var file = listing.files().get(i);
            text.append('\n').append(file.getFileName()).append(' ').append(length(file));
            text.append(' ')
                    .append(listing.labels().isEmpty() ? "" : listing.labels().get(i));
        }
        return text.toString();
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new DataException("imageFolder: expected an image at " + file + ", got no file; put it back", e);
        }
    }

    @Override
    public String toString() {
        return size() + " images in files, x "
                + (form.height == 0 ? "[" + (form.grey ? 1 : 3) + ", h, w]" : shape()) + " float32"
                + (listing.classes().isEmpty() ? "" : ", classes " + String.join(", ", classes()));
    }
}
