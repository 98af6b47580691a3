package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

class TrainingTest {
    @Test
    void aSmallNetworkLearnsDigits() {
        var net = sequential(
                input(1, 8, 8),
                conv2d(16, 3).same().relu(),
                maxPool2d(2),
                flatten(),
                dropout(0.2),
                dense(64).relu(),
                dense(10));
        var run = net.train(digits().split(0.8, 42)).epochs(10).seed(42).fit();
        System.out.println(run);
        System.out.println(run.table());
        System.out.println(run.provenance());
        System.out.println(net.summary());
        assertThat(run.get("val_accuracy")).isGreaterThan(0.95);
        net.save("target/x.pct");
        var x = digits().x().slice(0, 0, 5);
        assertThat(load("target/x.pct").predict(x).isClose(net.predict(x), 0)).isTrue();
    }
}
