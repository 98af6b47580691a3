package percolate.program;

import java.util.ArrayList;
import java.util.List;
import percolate.model.Activation;
import percolate.program.Scoring.Reading;

/** What a program writes of one judged output: its variables are {@code o} and {@code y} meanwhile. */
final class Side {
    private final Judged judged;
    private final Activation last;
    private final Scoring scoring;
    private final boolean applied;
    private final boolean activated;
    private final String output;
    private final String target;

    /**
     * @param last the activation at the output's end
     * @param output the variable that holds the outputs
     * @param target the variable that holds the targets
     */
    Side(Judged judged, Activation last, Scoring scoring, String output, String target) {
        this.judged = judged;
        this.last = last;
        this.scoring = scoring;
        this.output = output;
        this.target = target;
        this.applied = last.name().equals(judged.loss().applies());
        this.activated = applied && judged.metrics().stream().anyMatch(m -> !m.isOwn() && !m.readsLogits());
    }

    Judged judged() {
        return judged;
    }

    /** Whether the output's last activation is left to the loss. */
    boolean isBare() {
        return applied;
    }

    /** What the output lacks until it is what the model gives. */
    Activation lacking() {
        return applied ? last : Activation.NONE;
    }

    /** Puts this output and its targets where losses and metrics look for them. */
    List<String> chosen() {
        var lines = new ArrayList<String>();
        if (!output.equals("o")) {
            lines.add("o = " + output);
        }
        if (!target.equals("y")) {
            lines.add("y = " + target);
        }
        return lines;
    }

    /** The output as metrics read it. */
    List<String> measured() {
        var lines = new ArrayList<>(chosen());
        if (!judged.metrics().isEmpty()) {
            lines.add("o = torch.detach(o)");
        }
        if (activated) {
            lines.add("o = " + last.code("o", judged.shape()));
        }
        return lines;
    }

    /** The comparison as the loss makes it. */
    Scoring loss() {
        return scoring.reading(applied ? Reading.LOGITS : outputs());
    }

    /** The comparison as metrics make it. */
    Scoring metrics() {
        var read = judged.loss().takesLogits() && outputs() == Reading.PLAIN ? Reading.LOGITS : outputs();
        return scoring.reading(applied ? (activated ? Reading.PROBABILITIES : Reading.LOGITS) : read);
    }

    private Reading outputs() {
        return last.name().equals("softmax") || last.name().equals("sigmoid") ? Reading.PROBABILITIES : Reading.PLAIN;
    }
}
