package percolate.insight;

import static percolate.insight.Case.percent;
import static percolate.insight.Case.say;

import java.util.Arrays;
import java.util.Optional;
import percolate.Run;
import percolate.Verdict;
import percolate.Verdict.Finding;

/** Whether the learning rate is one that the loss falls by. */
final class RateSymptoms {
    private static final int STEPS = 24;
    private static final double FASTER = 10;
    private static final double WORSE = 1.1;
    private static final double JUMP = 0.1;
    private static final double BARELY = 0.1;
    private static final double CLEARLY = 3;
    private static final int LEAST_EPOCHS = 4;

    private RateSymptoms() {}

    static Optional<Verdict> tooHigh(Case its) {
        double[] losses = its.losses();
        double last = losses[losses.length - 1];
        if (its.run().state() == Run.State.FAILED) {
            return tooHigh(
                    its,
                    "the loss was " + say(losses[0]) + " before the first step, and the loss or its gradients"
                            + " were no finite numbers any more in epoch " + losses.length);
        }
        if (losses.length > 1 && !(last < WORSE * losses[0])) {
            return tooHigh(
                    its,
                    "the loss rose from " + say(losses[0]) + " before the first step to " + say(last) + " after epoch "
                            + (losses.length - 1));
        }
        int jumps = jumps(losses);
        return losses.length > LEAST_EPOCHS && jumps >= Math.max(2, (losses.length - 1) / LEAST_EPOCHS)
                ? tooHigh(
                        its,
                        "the loss jumped up after " + jumps + " of " + (losses.length - 1) + " epochs, by "
                                + percent(JUMP) + " of its first value " + say(losses[0]) + " or more")
                : Optional.empty();
    }

    private static Optional<Verdict> tooHigh(Case its, String evidence) {
        return Optional.of(new Verdict(
                Finding.RATE_TOO_HIGH,
                evidence,
                "take a tenth of the learning rate " + its.rate() + ", the suggestion of lrFind(net, data), or"
                        + " clipNorm(1)"));
    }

    private static int jumps(double... losses) {
        int jumps = 0;
        for (int i = 1; i < losses.length; i++) {
            jumps += losses[i] - losses[i - 1] > JUMP * losses[0] ? 1 : 0;
        }
        return jumps;
    }

    /** The loss has barely fallen, and the same first steps at ten times the rate bring it down clearly. */
    static Optional<Verdict> tooLow(Case its) {
        double[] losses = its.losses();
        double fall = 1 - Arrays.stream(losses).min().orElse(0) / losses[0];
        if (losses.length < 2 || !(fall < BARELY) || its.run().state() == Run.State.FAILED) {
            return Optional.empty();
        }
        double slow = its.fall(STEPS, 1);
        double quick = its.fall(STEPS, FASTER);
        return !(quick > 0 && quick > CLEARLY * slow)
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.RATE_TOO_LOW,
                        "the loss fell by " + percent(fall) + " in " + (losses.length - 1) + " epochs; in its first "
                                + STEPS + " steps by " + say(slow) + ", and by " + say(quick)
                                + " with ten times the rate",
                        "take ten times the learning rate " + its.rate() + ", or the suggestion of lrFind(net, data)"));
    }
}
