package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.plotting.Pictures.plot;

import org.junit.jupiter.api.Test;
import percolate.LearningRates;

class RatesPictureTest {
    @Test
    void showsTheLossesOverALogarithmicAxisAndWhereTheyFallFastest() {
        double[] rates = {1e-4, 1e-3, 1e-2, 1e-1};
        var found = new LearningRates(rates, new double[] {2, 1.9, 1, 5}, new double[] {2, 1.95, 1.4, 3}, 2);
        var picture = plot(found);
        assertThat(picture.alt())
                .contains("learning rate", "loss", "each step", "smoothed")
                .contains("falls fastest at 0.01");
        assertThat(picture.image().getWidth()).isPositive();
    }
}
