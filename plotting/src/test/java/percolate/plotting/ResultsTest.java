package percolate.plotting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dataset;
import static percolate.Percolate.input;
import static percolate.Percolate.iris;
import static percolate.Percolate.rand;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.calibration;
import static percolate.plotting.Pictures.detections;
import static percolate.plotting.Pictures.masks;
import static percolate.plotting.Pictures.precisionRecall;
import static percolate.plotting.Pictures.residuals;
import static percolate.plotting.Pictures.roc;

import org.junit.jupiter.api.Test;
import percolate.Dataset;
import percolate.ShapeException;

class ResultsTest {
    /** The example of scikit-learn's roc_auc_score and average_precision_score: 0.75 and 0.83. */
    private static Dataset known() {
        return Fixed.scored(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, 0, 0, 1, 1);
    }

    @Test
    void rocHasTheKnownArea() {
        assertThat(roc(Fixed.single(), known()).alt()).contains("area 0.75 of 5 points: from 0 at 0, rises to 1 at 1");
    }

    @Test
    void equalScoresShareAThreshold() {
        var same = Fixed.scored(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, 0, 1, 0, 1);
        assertThat(roc(Fixed.single(), same).alt()).contains("area 0.5 of 2 points");
    }

    @Test
    void precisionRecallHasTheKnownAverage() {
        assertThat(precisionRecall(Fixed.single(), known()).alt()).contains("average precision 0.833");
    }

    @Test
    void curvesOfSeveralClassesAreNamed() {
        assertThat(roc(Fixed.echo(), Fixed.threeClasses(60)).alt()).contains("0, area 0.", "1, area 0.", "2, area 0.");
    }

    @Test
    void curvesWantExamplesOfBothKinds() {
        assertThatThrownBy(() -> roc(Fixed.single(), Fixed.scored(new float[] {0.1f, 0.4f}, 1, 1)))
                .hasMessage("roc: expected examples of two classes or more, got those of one; give others");
        assertThatThrownBy(() -> roc(Fixed.single(), Fixed.scored(new float[] {0.1f, 0.4f}, 1, 7)))
                .hasMessageStartingWith(
                        "roc: expected targets 0 or 1 of a network with one output, got 7 at example 1");
    }

    @Test
    void calibrationErrorIsTheMeanGapOfConfidenceAndHits() {
        // Sure of 0.9 twice and right once, sure of 0.8 once and right: (|1.8 − 1| + |0.8 − 1|) / 3.
        var data = Fixed.scored(new float[] {0.9f, 0.9f, 0.2f}, 1, 0, 0);
        assertThat(calibration(Fixed.single(), data).alt()).endsWith("expected calibration error 0.333 of 3 examples");
        assertThat(calibration(Fixed.echo(), Fixed.threeClasses(60)).alt())
                .contains("share that is right over confidence");
    }

    @Test
    void residualsSayHowMuchIsExplained() {
        var data = dataset(tensor(1, 2, 3).reshape(3, 1), tensor(1, 2, 6).reshape(3, 1));
        // Residuals 0, 0, 3; the targets' squares around their mean of 3 add up to 14.
        assertThat(residuals(Fixed.single(), data).alt()).endsWith("root mean square 1.73, R² 0.357");
        assertThatThrownBy(() -> residuals(Fixed.echo(), Fixed.threeClasses(6)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("got outputs [6, 3] and targets [6]");
    }

    @Test
    void masksSayTheMeanOverlap() {
        var right = Fixed.discs(2);
        var prediction = Fixed.brighter().predict(right.x()).argmax(1);

        assertThat(masks(Fixed.brighter(), dataset(right.x(), prediction)).alt())
                .endsWith("mean IoU 1");
        assertThat(masks(Fixed.brighter(), right).alt()).matches(".*masks over images of 12 × 12.*mean IoU 0\\.\\d+");
    }

    @Test
    void masksWantAClassForEachPixel() {
        var data = dataset(rand(2, 1, 12, 12), tensor(new int[] {0, 1}));
        assertThatThrownBy(() -> masks(Fixed.brighter(), data))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("expected the class of each pixel");
        assertThatThrownBy(() -> masks(sequential(input(1, 12, 12), conv2d(2, 5)), Fixed.discs(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("got [2, 2, 8, 8]");
        assertThatThrownBy(() -> masks(Fixed.echo(), iris())).isInstanceOf(ShapeException.class);
    }

    @Test
    void detectionsCountBoxesWithoutThoseThatOverlap() {
        assertThat(detections(Fixed.quarters(), Fixed.brightQuarters()).alt())
                .endsWith("found 3, true (dashed) 2")
                .startsWith("boxes in images of 16 × 16");
        assertThatThrownBy(() -> detections(Fixed.brighter(), Fixed.brightQuarters()))
                .isInstanceOf(ShapeException.class);
    }
}
