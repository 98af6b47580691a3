package percolate.plotting.space;

import static percolate.Percolate.*;
import static percolate.plotting.Pictures.*;

import java.util.*;
import org.junit.jupiter.api.Test;
import percolate.*;

class ScratchTest {
    static void show(String n, percolate.plotting.chart.Illustration<?> i) {
        i.save("/tmp/np/" + n + ".png");
        i.dark().save("/tmp/np/" + n + "-dark.png");
        System.out.println(n + ": " + i.alt());
    }

    @Test
    void look() {
        seed(1);
        var x = randn(150, 2);
        var r = x.square().sum(1).sqrt();
        var data = dataset(x, r.gt(1.1).to(int64));
        var net = sequential(input(2), dense(8).tanh(), dense(2));
        var film = decisionRegions(net, data).film();
        for (int i = 0; i < 6; i++) {
            net.train(data).optimizer(adam(0.02)).epochs(4).seed(1).quiet().fit();
            film.add("epoch " + 4 * (i + 1));
        }
        show("regions", decisionRegions(net, data));
        show("film", film);
        var xs = linspace(-1, 1, 20).reshape(20, 1);
        var line = sequential(input(1), dense(1))
                .weights(Map.of(
                        "dense1.weight",
                        tensor(new float[][] {{-1.5f}}),
                        "dense1.bias",
                        tensor(2f).reshape(1)));
        var ld = dataset(xs, xs.times(2).plus(0.5));
        long t = System.nanoTime();
        show("loss2", lossSurface(line, ld).paths(sgd(0.1), sgd(0.05).momentum(0.9), adam(0.2)));
        System.out.println((System.nanoTime() - t) / 1e9);
        var fresh = sequential(input(2), dense(8).tanh(), dense(2));
        show("lossn", lossSurface(net, data));
        show("lossp", lossSurface(fresh, data).paths(sgd(0.5), adam(0.05)).steps(80));
        System.out.println((System.nanoTime() - t) / 1e9);
    }
}
