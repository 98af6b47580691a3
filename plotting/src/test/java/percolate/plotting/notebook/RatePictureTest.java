package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.plotting.Pictures.plot;

import org.junit.jupiter.api.Test;
import percolate.LearningRates;

class RatePictureTest {
    @Test
    void showsTheLossesOverALogarithmicAxisWithTheSentence() {
        double[] rates = {1e-4, 1e-3, 1e-2, 1e-1};
        var found = new LearningRates(rates, new double[] {2, 1.9, 1, 5}, new double[] {2, 1.95, 1.4, 3}, 2);
        var picture = plot(found);
        assertThat(picture.alt())
                .contains("learning rate", "loss", "each step", "smoothed")
                .contains("the loss falls fastest at a learning rate of about 1.0e-02, of 4 tried from 1.0e-04 to"
                        + " 1.0e-01");
        assertThat(picture.image().getWidth()).isPositive();
    }
}
