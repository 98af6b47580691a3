package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.arange;
import static percolate.Percolate.csv;
import static percolate.Percolate.dataset;
import static percolate.Percolate.int64;
import static percolate.Percolate.stream;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Batch;
import percolate.Dataset;

class StreamedTest {
    @TempDir
    Path folder;

    /** Examples 0 to n − 1, whose x and y are their numbers. */
    private static Dataset numbers(int n) {
        return dataset(arange(n).reshape(n, 1), arange(n).to(int64));
    }

    private static List<Long> read(Iterable<Batch> batches) {
        var all = new ArrayList<Long>();
        for (var batch : batches) {
            LongStream.of(batch.y().toLongArray()).forEach(all::add);
        }
        return all;
    }

    private static List<Long> upTo(int n) {
        return LongStream.range(0, n).boxed().toList();
    }

    @Test
    void batchesOfOneSizeComeInTheOrderOfTheSource() {
        var data = stream(numbers(50).batches(7));
        assertThat(data.size()).isEqualTo(50);
        assertThat(read(data.batches(8))).isEqualTo(upTo(50));
        var sizes = new ArrayList<Integer>();
        data.batches(8).forEach(batch -> sizes.add(batch.size()));
        assertThat(sizes).containsExactly(8, 8, 8, 8, 8, 8, 2);
        assertThat(data).hasToString("50 examples of a stream, x [1] float32");
    }

    @Test
    void aBufferMixesTheOrderByASeed() {
        var data = stream(numbers(200).batches(7)).buffer(40);
        var one = read(data.batches(8, 1));
        assertThat(one).containsExactlyInAnyOrderElementsOf(upTo(200)).isNotEqualTo(upTo(200));
        assertThat(read(data.batches(8, 1))).isEqualTo(one);
        assertThat(read(data.batches(8, 2))).isNotEqualTo(one);
        // None comes earlier than the buffer lets it.
        for (int i = 0; i < 200; i++) {
            assertThat(one.get(i)).isLessThan(i + 40L);
        }
    }

    @Test
    void aTrainingsStepsAreReadInARowAndEachEpochAnew() {
        var opened = new AtomicInteger();
        var data = stream(() -> {
                    opened.incrementAndGet();
                    return numbers(20).batches(7).iterator();
                })
                .ofSize(20)
                .buffer(5);
        int before = opened.get();
        var first = data.drawn(range(0, 8), 3, 0);
        var second = data.drawn(range(8, 16), 3, 0);
        assertThat(opened.get()).isEqualTo(before + 1);
        // Whoever asks again gets the same.
        assertThat(data.drawn(range(0, 8), 3, 0).y().toLongArray())
                .isEqualTo(first.y().toLongArray());
        assertThat(data.drawn(range(8, 16), 3, 0).y().toLongArray())
                .isEqualTo(second.y().toLongArray());
        assertThat(data.drawn(range(0, 8), 3, 1).y().toLongArray())
                .isNotEqualTo(first.y().toLongArray());
    }

    private static long[] range(int from, int to) {
        return LongStream.range(from, to).toArray();
    }

    @Test
    void partsAreReadOneAfterTheOther() throws Exception {
        var files = new ArrayList<String>();
        for (int part = 0; part < 3; part++) {
            var text = new StringBuilder("a,b,kind\n");
            for (int i = 0; i < 10; i++) {
                text.append(part * 10 + i)
                        .append(',')
                        .append(i)
                        .append(',')
                        .append(i % 2 == 0 ? "even" : "odd")
                        .append('\n');
            }
            files.add(Files.writeString(folder.resolve("part" + part + ".csv"), text)
                    .toString());
        }
        var asked = new ArrayList<String>();
        var data = stream(files, file -> {
            asked.add(file);
            return csv(file, "kind");
        });
        assertThat(data.classes()).containsExactly("even", "odd");
        assertThat(data.size()).isEqualTo(30);
        var batches = data.batches(4).iterator();
        asked.clear();
        batches.next();
        assertThat(asked).containsExactly(files.get(0));
        assertThat(data.take(25).x().get(24, 0).item()).isEqualTo(24);
        assertThat(data.fingerprint()).startsWith("part0.csv 94\npart1.csv ");
        Files.writeString(Path.of(files.get(1)), "a,b,kind\n1,2,even\n1,2,never\n");
        assertOneSentence(
                () -> read(data.batches(4)),
                "stream: expected the classes of the first part, [even, odd], got [even, never]");
    }

    @Test
    void takeReadsIntoMemoryAndSkipLeavesOut() {
        var data = stream(numbers(30).batches(7));
        assertThat(data.take(10).y().toLongArray()).isEqualTo(range(0, 10));
        assertThat(read(data.skip(25).batches(3))).containsExactly(25L, 26L, 27L, 28L, 29L);
        assertThat(data.x().shape().get(0)).isEqualTo(30);
    }

    @Test
    void mistakesAreAnsweredInOneSentence() {
        var data = stream(numbers(30).batches(7));
        assertOneSentence(
                () -> data.split(0.8, 1),
                "stream: expected examples to be wanted one after the other, got a split by chance");
        assertOneSentence(() -> data.shuffle(1), "got a shuffle of all");
        assertOneSentence(() -> data.rows(3, 1), "got a choice of them");
        assertOneSentence(() -> stream(List.of()), "stream: expected examples, got none");
        assertOneSentence(() -> stream(() -> null), "stream: expected an iterator of batches, got null");
        assertOneSentence(() -> stream(List.of(), name -> numbers(3)), "stream: expected one part or more, got none");
        assertOneSentence(() -> data.buffer(-1), "stream.buffer: expected 0 examples or more, got -1");
        assertOneSentence(
                () -> data.ofSize(40).drawn(range(0, 40), 0, 0), "expected 40 more examples behind 0, got 30");
        var uneven = List.of(
                numbers(3).batch(),
                dataset(arange(4).reshape(2, 2), arange(2).to(int64)).batch());
        assertOneSentence(
                () -> read(stream(uneven).batches(3)),
                "expected examples like those before, x [1] float32, y [] int64, got x [2]");
    }

    @Test
    void aFailingSourceIsNamed() {
        Iterable<Batch> source = () -> new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Batch next() {
                if (given++ == 3) {
                    throw new UncheckedIOException(new NoSuchFileException("/data/part3"));
                }
                return numbers(5).batch();
            }
        };
        var data = stream(source).ofSize(50);
        assertOneSentence(
                () -> read(data.batches(5)),
                "stream: expected the next batch behind 15 examples, got a failure of its source (NoSuchFile:"
                        + " /data/part3)");
    }
}
