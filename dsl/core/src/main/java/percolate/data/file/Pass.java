package percolate.data.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import percolate.Batch;
import percolate.Tensor;
import percolate.data.DataException;
import percolate.data.Interruption;
import percolate.engine.Array;

/** One pass through a stream, from its beginning. */
final class Pass implements AutoCloseable {
    private final Iterator<Batch> source;
    private final int buffer;
    private final long seed;
    private final long epoch;
    private final SplittableRandom random;
    private final List<Row> waiting = new ArrayList<>();
    private Shapes shapes;
    private Batch batch;
    private int row;
    private long position;

    /** One example, its tensors with a batch axis of 1. */
    private record Row(List<Tensor> inputs, List<Tensor> targets, List<String> names) {}

    /** @param buffer how many examples wait to be drawn from; 0: the order of the source */
    Pass(Iterable<Batch> source, int buffer, long seed, long epoch) {
        this.source = begun(source);
        this.buffer = buffer;
        this.seed = seed;
        this.epoch = epoch;
        this.random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (epoch + 1));
    }

    private static Iterator<Batch> begun(Iterable<Batch> source) {
        try {
            var iterator = source.iterator();
            if (iterator == null) {
                throw new IllegalArgumentException("stream: expected an iterator of batches, got null");
            }
            return iterator;
        } catch (RuntimeException e) {
            throw failure("its beginning", e);
        }
    }

    /** All but the first examples of a source. */
    static Iterator<Batch> without(Iterable<Batch> source, int count) {
        var pass = new Pass(source, 0, 0, 0);
        pass.skip(count);
        return pass.batches(32);
    }

    boolean isAt(long itsSeed, long itsEpoch, long example) {
        return seed == itsSeed && epoch == itsEpoch && position == example;
    }

    void skip(long examples) {
        for (long i = position; i < examples && hasNext(); i++) {
            drawn();
        }
    }

    /** How many examples are left. */
    int count() {
        int count = 0;
        while (hasBatch()) {
            count = Math.addExact(count, batch.size() - row);
            batch = null;
        }
        return count;
    }

    /**
     * The next examples.
     *
     * @throws DataException if there are fewer
     */
    Batch next(int count) {
        var next = upTo(count);
        if (next.size() < count) {
            throw new DataException(
                    "stream: expected " + count + " more examples behind " + (position - next.size()) + ", got "
                            + next.size() + "; let each pass give the same examples, or say ofSize(" + position + ")");
        }
        return next;
    }

    /** The next examples, or as many as there are. */
    Batch upTo(int count) {
        var rows = new ArrayList<Row>();
        while (rows.size() < count && hasNext()) {
            rows.add(drawn());
        }
        if (rows.isEmpty()) {
            throw new DataException("stream: expected examples, got none behind " + position
                    + "; let the source begin anew whenever it is asked for an iterator");
        }
        return batch(rows);
    }

    private static Batch batch(List<Row> rows) {
        var first = rows.get(0);
        return new Batch(
                joined(rows.stream().map(Row::inputs).toList()),
                joined(rows.stream().map(Row::targets).toList()),
                first.names());
    }

    private static List<Tensor> joined(List<List<Tensor>> rows) {
        return IntStream.range(0, rows.get(0).size())
                .mapToObj(i -> new Tensor(
                        Array.concat(0, rows.stream().map(r -> r.get(i).array()).toList())))
                .toList();
    }

    private boolean hasNext() {
        return !waiting.isEmpty() || hasBatch();
    }

    /** The next one, from the buffer where there is one. */
    private Row drawn() {
        while (waiting.size() < buffer && hasBatch()) {
            waiting.add(read());
        }
        position++;
        if (waiting.isEmpty()) {
            return read();
        }
        int at = random.nextInt(waiting.size());
        var last = waiting.remove(waiting.size() - 1);
        return at == waiting.size() ? last : waiting.set(at, last);
    }

    private Row read() {
        if (!hasBatch()) {
            throw new NoSuchElementException("stream: all examples were given out");
        }
        int at = row++;
        var one = new Row(at(batch.inputs(), at), at(batch.targets(), at), batch.names());
        if (row == batch.size()) {
            batch = null;
        }
        return one;
    }

    /** A copy, so that the rest of its batch can go. */
    private static List<Tensor> at(List<Tensor> tensors, int row) {
        return tensors.stream().map(t -> t.slice(0, row, row + 1).copy()).toList();
    }

    /** Whether there is a row to read; reads the next batch where the last one is used up. */
    private boolean hasBatch() {
        while (batch == null) {
            if (Thread.currentThread().isInterrupted()) {
                throw new Interruption("stream");
            }
            try {
                if (!source.hasNext()) {
                    return false;
                }
                var next = source.next();
                check(next);
                batch = next.size() == 0 ? null : next;
                row = 0;
            } catch (RuntimeException e) {
                throw failure(position + waiting.size() + " examples", e);
            }
        }
        return true;
    }

    private void check(Batch next) {
        if (next == null) {
            throw new IllegalArgumentException("stream: expected a batch, got null");
        }
        var its = Shapes.of(next);
        if (shapes != null && !shapes.equals(its)) {
            throw new IllegalArgumentException("stream: expected examples like those before, " + shapes + ", got " + its
                    + "; give all the same columns");
        }
        shapes = its;
    }

    /** What examples look like. */
    private record Shapes(List<String> inputs, List<String> targets) {
        static Shapes of(Batch batch) {
            return new Shapes(forms(batch.inputs()), forms(batch.targets()));
        }

        private static List<String> forms(List<Tensor> tensors) {
            return tensors.stream()
                    .map(t -> t.shape().dropFirst(1) + " " + t.dtype())
                    .toList();
        }

        @Override
        public String toString() {
            return "x " + String.join(" and ", inputs)
                    + (targets.isEmpty() ? "" : ", y " + String.join(" and ", targets));
        }
    }

    /** Our own sentences stay; another's failure becomes one. */
    private static RuntimeException failure(String behind, RuntimeException e) {
        if (isOurs(e)) {
            return e;
        }
        var cause = e instanceof UncheckedIOException io ? io.getCause() : e;
        return new DataException(
                "stream: expected the next batch behind " + behind + ", got a failure of its source ("
                        + cause.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + Words.of(cause)
                        + "); mend what reads it",
                e);
    }

    private static boolean isOurs(RuntimeException e) {
        boolean plain = e instanceof IllegalArgumentException || e instanceof IllegalStateException;
        return e.getClass().getName().startsWith("percolate.")
                || (plain && String.valueOf(e.getMessage()).contains(": expected "));
    }

    /** The rest of it; the last batch may be smaller. */
    Iterator<Batch> batches(int size) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return Pass.this.hasNext();
            }

            @Override
            public Batch next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("batches: all examples of the stream were given out");
                }
                return upTo(size);
            }
        };
    }

    /** Closes what the source has open, where it can be closed. */
    @Override
    public void close() {
        if (source instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (IOException e) {
                throw failure(position + " examples", new UncheckedIOException(e));
            } catch (RuntimeException e) {
                throw failure(position + " examples", e);
            } catch (Exception e) {
                throw failure(position + " examples", new IllegalStateException(e.getMessage(), e));
            }
        }
    }
}
