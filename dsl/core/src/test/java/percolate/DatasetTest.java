package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class DatasetTest {
    /** Each example carries its number, in x and in y. */
    private final Dataset ten = dataset(arange(10).reshape(10, 1), arange(10).to(int64));

    private static long[] numbers(Dataset data) {
        assertThat(data.x().flatten().toLongArray())
                .as("x and y stay together")
                .containsExactly(data.y().toLongArray());
        return data.y().toLongArray();
    }

    private static long[] sorted(long... numbers) {
        return Arrays.stream(numbers).sorted().toArray();
    }

    @Test
    void digitsAre1797ImagesWithTheirLabels() {
        var digits = digits();
        assertThat(digits.size()).isEqualTo(1797);
        assertThat(digits.x().shape()).isEqualTo(Shape.of(1797, 1, 8, 8));
        assertThat(digits.x().dtype()).isEqualTo(float32);
        assertThat(digits.x().min().item()).isZero();
        assertThat(digits.x().max().item()).isEqualTo(1);
        assertThat(digits.y().shape()).isEqualTo(Shape.of(1797));
        assertThat(digits.y().dtype()).isEqualTo(int64);
        assertThat(digits.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        var counts = new long[10];
        Arrays.stream(digits.y().toLongArray()).forEach(label -> counts[(int) label]++);
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        // The pixels' 17 levels.
        assertThat(digits.x().times(16).round().isClose(digits.x().times(16), 0))
                .isTrue();
    }

    @Test
    void irisIs150FlowersOfThreeSpecies() {
        var iris = iris();
        assertThat(iris.x().shape()).isEqualTo(Shape.of(150, 4));
        assertThat(iris.classes()).containsExactly("setosa", "versicolor", "virginica");
        for (int species = 0; species < 3; species++) {
            assertThat(iris.y().eq(tensor(species)).sum().toInt()).isEqualTo(50);
        }
        assertThat(iris.x().get(0).isClose(tensor(5.1, 3.5, 1.4, 0.2), 1e-6)).isTrue();
        assertThat(iris.x().max(0).isClose(tensor(7.9, 4.4, 6.9, 2.5), 1e-6)).isTrue();
    }

    @Test
    void aSplitHasItsSharesAndLosesNothing() {
        var split = ten.split(0.7, 1);
        assertThat(split.train().size()).isEqualTo(7);
        assertThat(split.validation().size()).isEqualTo(3);
        assertThat(split.test().size()).isZero();
        assertThat(sorted(both(split.train(), split.validation()))).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void aSplitInThreeLeavesTheRestForTheTest() {
        var split = ten.split(0.5, 0.3, 1);
        assertThat(List.of(
                        split.train().size(),
                        split.validation().size(),
                        split.test().size()))
                .containsExactly(5, 3, 2);
        var all = both(split.train(), split.validation());
        assertThat(sorted(concat(0, tensor(all), tensor(numbers(split.test()))).toLongArray()))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static long[] both(Dataset first, Dataset second) {
        var all = new ArrayList<Long>();
        Arrays.stream(numbers(first)).forEach(all::add);
        Arrays.stream(numbers(second)).forEach(all::add);
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    @Test
    void sharesThatRoundNeverLoseAnExample() {
        for (int size = 1; size <= 10; size++) {
            for (double share : new double[] {0.01, 1 / 3.0, 0.5, 0.8, 0.99, 1}) {
                var split = ten.take(size).split(share, 1);
                assertThat(split.train().size() + split.validation().size()).isEqualTo(size);
                assertThat(split.test().size()).isZero();
            }
        }
    }

    @Test
    void seedsDecideSplitsAndOrders() {
        assertThat(numbers(ten.split(0.7, 1).train()))
                .containsExactly(numbers(ten.split(0.7, 1).train()));
        assertThat(numbers(ten.split(0.7, 2).train()))
                .isNotEqualTo(numbers(ten.split(0.7, 1).train()));
        assertThat(numbers(ten.shuffle(1))).containsExactly(numbers(ten.shuffle(1)));
        assertThat(sorted(numbers(ten.shuffle(1)))).containsExactly(numbers(ten));
        assertThat(numbers(ten.shuffle(1))).isNotEqualTo(numbers(ten));
    }

    @Test
    void dataFunctionsLeaveTheSessionsStreamAlone() {
        seed(4);
        var expected = rand(2);
        seed(4);
        ten.split(0.5, 1);
        ten.shuffle(1);
        ten.sample(3, 1);
        assertThat(rand(2).isClose(expected, 0)).isTrue();
    }

    @Test
    void theLastBatchIsWhatIsLeft() {
        var sizes = new ArrayList<Integer>();
        var seen = new ArrayList<Long>();
        for (var batch : ten.batches(4)) {
            sizes.add(batch.size());
            assertThat(batch.x().shape()).isEqualTo(Shape.of(batch.size(), 1));
            Arrays.stream(batch.y().toLongArray()).forEach(seen::add);
        }
        assertThat(sizes).containsExactly(4, 4, 2);
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void batchesComeInOrderOrByASeed() {
        var once = new ArrayList<Long>();
        ten.batches(3, 7).forEach(b -> Arrays.stream(b.y().toLongArray()).forEach(once::add));
        var twice = new ArrayList<Long>();
        ten.batches(3, 7).forEach(b -> Arrays.stream(b.y().toLongArray()).forEach(twice::add));
        assertThat(twice)
                .containsExactlyElementsOf(once)
                .doesNotHaveDuplicates()
                .hasSize(10);
        assertThat(once.stream().mapToLong(Long::longValue).toArray()).isNotEqualTo(numbers(ten));
    }

    @Test
    void batchesMayBeWalkedTwiceAndEnd() {
        var batches = ten.batches(10);
        assertThat(batches).hasSize(1);
        assertThat(batches).hasSize(1);
        var iterator = batches.iterator();
        iterator.next();
        assertThat(iterator.hasNext()).isFalse();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThat(ten.take(0).batches(3)).isEmpty();
    }

    @Test
    void takeAndSkipStopAtTheEnds() {
        assertThat(numbers(ten.take(3))).containsExactly(0, 1, 2);
        assertThat(numbers(ten.skip(8))).containsExactly(8, 9);
        assertThat(ten.take(0).size()).isZero();
        assertThat(ten.take(99).size()).isEqualTo(10);
        assertThat(ten.skip(99).size()).isZero();
        assertThat(ten.skip(99).x().shape()).isEqualTo(Shape.of(0, 1));
    }

    @Test
    void aShareInPerCentIsSaidAsOne() {
        assertOneSentence(() -> iris().split(80, 1), "split: ", "got 80; write 0.8 for 80 %");
        assertOneSentence(() -> iris().split(800, 1), "split: ", "got 800");
    }

    @Test
    void samplesWithoutASeedComeFromTheSessionsStream() {
        seed(7);
        var first = digits().sample(20).y();
        var second = digits().sample(20).y();
        assertThat(first.isClose(second, 0)).isFalse();
        seed(7);
        assertThat(digits().sample(20).y().isClose(first, 0)).isTrue();
        assertOneSentence(() -> digits().sample(0), "sample: ", "got 0");
    }

    @Test
    void aSampleHasDifferentExamples() {
        var sample = ten.sample(9, 3);
        assertThat(sample.size()).isEqualTo(9);
        assertThat(sample.y().toLongArray()).doesNotHaveDuplicates();
        assertThat(ten.sample(9, 3).y().toLongArray())
                .containsExactly(sample.y().toLongArray());
        assertThat(ten.batch().size()).isEqualTo(10);
    }

    @Test
    void partsKeepTheClassesNames() {
        assertThat(digits().split(0.5, 1).validation().classes()).hasSize(10);
        assertThat(digits().take(3))
                .hasToString("3 examples, x [1, 8, 8] float32, y [] int64, classes 0, 1, 2, 3, 4, 5," + " 6, 7, 8, 9");
        assertThat(ten.classes()).isEmpty();
    }

    @Test
    void whatCannotBeIsOneSentence() {
        assertOneSentence(() -> dataset(rand(8, 2), rand(7)), "dataset: ", "8", "7");
        assertOneSentence(() -> dataset(tensor(1), rand(7)), "dataset: ", "[]", "reshape");
        assertOneSentence(() -> ten.split(80, 1), "split: ", "up to 1", "80");
        assertOneSentence(() -> ten.split(0, 1), "split: ", "above 0");
        assertOneSentence(() -> ten.split(Double.NaN, 1), "split: ", "NaN");
        assertOneSentence(() -> ten.split(0.8, 0.3, 1), "split: ", "0.8", "0.3");
        assertOneSentence(() -> ten.split(0.8, -0.3, 1), "split: ", "-0.3");
        assertOneSentence(() -> ten.batches(0), "batches: ", "got 0");
        assertOneSentence(() -> ten.batches(-1, 3), "batches: ", "got -1");
        assertOneSentence(() -> ten.take(-1), "take: ", "-1");
        assertOneSentence(() -> ten.skip(-1), "skip: ", "-1");
        assertOneSentence(() -> ten.sample(11, 1), "sample: ", "1 to 10", "11");
        assertOneSentence(() -> ten.sample(0, 1), "sample: ", "got 0");
        assertOneSentence(() -> new Batch(rand(3, 2), rand(2)), "batch: ", "3", "2");
        assertOneSentence(() -> new Batch(tensor(1), rand(2)), "scalar");
    }
}
