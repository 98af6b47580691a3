package percolate.data.file;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import percolate.Batch;
import percolate.Dataset;
import percolate.Split;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.data.Facts;
import percolate.data.TensorDataset;

/**
 * Examples that come one after the other, read anew for each epoch: of files, of a database, without end of memory. Their
 * order is mixed by a buffer, from which the next example is drawn at random and which what comes next fills up.
 */
public final class Streamed implements Dataset {
    private static final int BUFFER = 1000;

    private final Iterable<Batch> source;
    private final int buffer;
    private final int size;
    private final Facts facts;
    private final String fingerprint;
    private int counted = -1;
    private Pass pass;

    private Streamed(Iterable<Batch> source, int buffer, int size, Facts facts, String fingerprint) {
        this.source = source;
        this.buffer = buffer;
        this.size = size;
        this.facts = facts;
        this.fingerprint = fingerprint;
    }

    /**
     * @param source gives the same examples from the beginning whenever it is asked for an iterator, in batches of any size
     * @throws DataException if it gives nothing
     */
    public static Streamed of(Iterable<Batch> source) {
        return new Streamed(source, BUFFER, -1, Facts.none(), "a stream").withFacts();
    }

    /** Parts that are read when it is their turn, such as files. */
    public static Streamed of(List<String> parts, Function<String, Dataset> read) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("stream: expected one part or more, got none; give the files' names");
        }
        var files = Parts.of(List.copyOf(parts), read);
        return new Streamed(files, BUFFER, -1, files.facts(), files.fingerprint()).withFacts();
    }

    private Streamed withFacts() {
        var batch = first();
        return facts.targetNames().equals(batch.names())
                ? this
                : new Streamed(source, buffer, size, facts.withTargetNames(batch.names()), fingerprint);
    }

    private Batch first() {
        try (var begun = new Pass(source, 0, 0, -1)) {
            return begun.next(1);
        }
    }

    /** How many examples wait to be drawn from, 1,000 unless said: more mix better and take more memory; 0: no mixing. */
    public Streamed buffer(int examples) {
        if (examples < 0) {
            throw new IllegalArgumentException("stream.buffer: expected 0 examples or more, got " + examples);
        }
        return new Streamed(source, examples, size, facts, fingerprint);
    }

    /** How many examples a pass has; unless said, a pass counts them before the first epoch. */
    public Streamed ofSize(int examples) {
        if (examples < 1) {
            throw new IllegalArgumentException("stream.ofSize: expected 1 example or more, got " + examples);
        }
        return new Streamed(source, buffer, examples, facts, fingerprint);
    }

    /** The names of the classes, in the order of their labels. */
    public Streamed classes(String... names) {
        return new Streamed(source, buffer, size, facts.withClasses(List.of(names)), fingerprint);
    }

    @Override
    public synchronized int size() {
        if (size >= 0) {
            return size;
        }
        if (counted < 0) {
            try (var all = new Pass(source, 0, 0, -1)) {
                counted = all.count();
            }
        }
        return counted;
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
    public boolean isSequential() {
        return true;
    }

    /** The same in the order of the source. */
    @Override
    public Dataset still() {
        return buffer(0);
    }

    @Override
    public synchronized Batch drawn(long[] examples, long seed, long epoch) {
        requireInARow(examples);
        long from = examples.length == 0 ? 0 : examples[0];
        if (pass == null || !pass.isAt(seed, epoch, from)) {
            close();
            pass = new Pass(source, buffer, seed, epoch);
            pass.skip(from);
        }
        return pass.next(examples.length);
    }

    private void requireInARow(long... examples) {
        for (int i = 1; i < examples.length; i++) {
            if (examples[i] != examples[0] + i) {
                throw inOrderOnly("other examples than the next");
            }
        }
    }

    private void close() {
        if (pass != null) {
            pass.close();
            pass = null;
        }
    }

    /** The first {@code count} examples, read into memory. */
    @Override
    public Dataset take(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("take: expected 0 or more examples, got " + count);
        }
        try (var begun = new Pass(source, 0, 0, -1)) {
            return held(begun.upTo(count));
        }
    }

    private Dataset held(Batch batch) {
        return new TensorDataset(batch.inputs(), batch.targets(), facts);
    }

    /** All but the first {@code count} examples, which are read and left out in each pass. */
    @Override
    public Dataset skip(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("skip: expected 0 or more examples, got " + count);
        }
        return new Streamed(
                () -> Pass.without(source, count),
                buffer,
                size < 0 ? size : Math.max(0, size - count),
                facts,
                fingerprint + " without " + count);
    }

    @Override
    public Dataset rows(long... examples) {
        throw inOrderOnly("a choice of them");
    }

    @Override
    public Split split(Number train, long seed) {
        throw inOrderOnly("a split by chance");
    }

    @Override
    public Split split(Number train, Number validation, long seed) {
        throw inOrderOnly("a split by chance");
    }

    @Override
    public Dataset shuffle(long seed) {
        throw inOrderOnly("a shuffle of all");
    }

    private static IllegalStateException inOrderOnly(String got) {
        return new IllegalStateException("stream: expected examples to be wanted one after the other, got " + got
                + "; a stream for each part, or take(n) and skip(n), divide it, and buffer(n) mixes its order");
    }

    @Override
    public Iterable<Batch> batches(int size) {
        return () -> passes(size, 0, 0);
    }

    @Override
    public Iterable<Batch> batches(int size, long seed) {
        return () -> passes(size, buffer, seed);
    }

    private Iterator<Batch> passes(int batch, int mixed, long seed) {
        if (batch < 1) {
            throw new IllegalArgumentException("batches: expected 1 example or more per batch, got " + batch);
        }
        return new Pass(source, mixed, seed, 0).batches(batch);
    }

    /** All examples, read into memory. */
    @Override
    public List<Tensor> inputs() {
        return take(Integer.MAX_VALUE).inputs();
    }

    /** All targets, read into memory. */
    @Override
    public List<Tensor> targets() {
        return take(Integer.MAX_VALUE).targets();
    }

    @Override
    public Dataset named(String... targets) {
        return new Streamed(source, buffer, size, facts.withTargetNames(List.of(targets)), fingerprint);
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public String fingerprint() {
        return fingerprint + ", " + size() + " examples, buffer " + buffer;
    }

    @Override
    public String toString() {
        int known = size >= 0 ? size : counted;
        var forms = new ArrayList<String>();
        first().inputs().forEach(x -> forms.add(x.shape().dropFirst(1) + " " + x.dtype()));
        return (known < 0 ? "examples" : known + " examples") + " of a stream, x " + String.join(" and ", forms);
    }
}
