package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What batches of each kind of data hold, row by row as the table of the DSL's contract says. */
class BatchTableTest {
    private static Batch first(Dataset data) {
        return data.batches(4, 1).iterator().next();
    }

    private static void holds(Tensor tensor, DType dtype, Shape shape) {
        assertThat(tensor.dtype()).isEqualTo(dtype);
        assertThat(tensor.shape()).isEqualTo(shape);
    }

    @Test
    void aDataSetOfTensorsIsAsGiven() {
        var x = arange(12).reshape(6, 2);
        var y = arange(6).to(int64);
        var batch = dataset(x, y).batch();
        assertThat(batch.x().isClose(x, 0)).isTrue();
        assertThat(batch.y().isClose(y, 0)).isTrue();
        var several =
                first(dataset(List.of(x, rand(6, 3)), List.of(y, rand(6, 4))).named("kind", "box"));
        holds(several.x(1), float32, Shape.of(4, 3));
        holds(several.y("box"), float32, Shape.of(4, 4));
        holds(several.y("kind"), int64, Shape.of(4));
        assertThat(several.inputs()).hasSize(2);
        assertThat(several.targets()).hasSize(2);
        assertThat(several.size()).isEqualTo(4);
    }

    @Test
    void aTextInPiecesHasItselfShiftedByOne() {
        var batch = first(text("a rose is a rose is a rose is a rose is a rose").window(7));
        holds(batch.x(), int64, Shape.of(4, 7));
        holds(batch.y(), int64, Shape.of(4, 7));
        assertThat(batch.x().slice(1, 1, 7).isClose(batch.y().slice(1, 0, 6), 0))
                .isTrue();
    }

    @Test
    void aSlidingWindowHasTheNextToken() {
        var batch = first(text("a rose is a rose is a rose is a rose").words().window(5, 1));
        holds(batch.x(), int64, Shape.of(4, 5));
        holds(batch.y(), int64, Shape.of(4));
    }

    @Test
    void aTranslationHasSourceAndTargetFromItsBeginning() {
        var data = translation(
                List.of("one", "two two", "one two one", "two"),
                List.of("eins", "zwei zwei", "eins zwei eins", "zwei"));
        var batch = first(data);
        var to = data.targetVocabulary();
        holds(batch.x(0), int64, Shape.of(4, 3));
        holds(batch.x(1), int64, Shape.of(4, 4));
        holds(batch.y(), int64, Shape.of(4, 4));
        holds(batch.mask(), float32, Shape.of(4, 4));
        assertThat(batch.x(1).get(":, 0").eq(to.bos()).to(float32).sum().item()).isEqualTo(4);
        assertThat(batch.y().eq(to.eos()).to(float32).sum().item()).isEqualTo(4);
        assertThat(batch.mask().isClose(batch.y().ne(to.pad()).to(float32), 0)).isTrue();
    }

    @Test
    void shapesHaveMasksBoxesAndCaptions() {
        var shapes = shapes(5, 1).side(32);
        var masks = first(shapes.masks());
        holds(masks.x(), float32, Shape.of(4, 3, 32, 32));
        holds(masks.y(), int64, Shape.of(4, 32, 32));
        var boxes = first(shapes.boxes(2));
        holds(boxes.x(), float32, Shape.of(4, 3, 32, 32));
        holds(boxes.y(), float32, Shape.of(4, 5 + 3, 2, 2));
        var captions = first(shapes.captions());
        holds(captions.x(0), float32, Shape.of(4, 3, 32, 32));
        assertThat(captions.x(1).dtype()).isEqualTo(int64);
        holds(captions.y(), int64, captions.x(1).shape());
        assertThat(captions.x(1).slice(1, 1, 5).isClose(captions.y().slice(1, 0, 4), 0))
                .isTrue();
    }

    @Test
    void pairsAndTripletsHaveTheirPartners() {
        var pairs = first(digits().pairs(1));
        holds(pairs.x(0), float32, Shape.of(4, 1, 8, 8));
        holds(pairs.x(1), float32, Shape.of(4, 1, 8, 8));
        holds(pairs.y(), float32, Shape.of(4));
        var triplets = first(digits().triplets(1));
        holds(triplets.x(2), float32, Shape.of(4, 1, 8, 8));
        assertThat(triplets.targets()).isEmpty();
    }

    @Test
    void anAutoencoderHasCorruptedAndCleanExamples() {
        var batch = first(digits().asAutoencoder().corrupt(0.3));
        holds(batch.x(), float32, Shape.of(4, 1, 8, 8));
        holds(batch.y(), float32, Shape.of(4, 1, 8, 8));
        var kept = batch.x().ne(0).to(float32);
        assertThat(batch.x().isClose(batch.y().times(kept), 0)).isTrue();
        assertThat(batch.x().isClose(batch.y(), 0)).isFalse();
    }
}
