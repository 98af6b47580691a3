package percolate.plotting;

import static percolate.plotting.Pictures.calibration;
import static percolate.plotting.Pictures.confusion;
import static percolate.plotting.Pictures.detections;
import static percolate.plotting.Pictures.images;
import static percolate.plotting.Pictures.masks;
import static percolate.plotting.Pictures.mistakes;
import static percolate.plotting.Pictures.precisionRecall;
import static percolate.plotting.Pictures.residuals;
import static percolate.plotting.Pictures.roc;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ResultsGalleryTest {
    @TestFactory
    Stream<DynamicTest> pictures() {
        var data = Fixed.threeClasses(300);
        var yesOrNo = Fixed.scored(new float[] {0.1f, 0.4f, 0.35f, 0.8f}, 0, 0, 1, 1);
        return Gallery.of("results")
                .add("roc", () -> roc(Fixed.echo(), data))
                .add("roc-two-classes", () -> roc(Fixed.single(), yesOrNo))
                .add("precision-recall", () -> precisionRecall(Fixed.echo(), data))
                .add("precision-recall-two-classes", () -> precisionRecall(Fixed.single(), yesOrNo))
                .add("calibration", () -> calibration(Fixed.echo(), data))
                .add("residuals", () -> residuals(Fixed.single(), Fixed.regression(100)))
                .add("masks", () -> masks(Fixed.brighter(), Fixed.discs(3)))
                .add("detections", () -> detections(Fixed.quarters(), Fixed.brightQuarters()))
                .add("confusion", () -> confusion(Fixed.echo(), data))
                .add("mistakes", () -> mistakes(Fixed.echo(), data))
                .add("images", () -> images(Fixed.discs(4).batch()))
                .tests();
    }
}
