package percolate.train;

import java.util.List;
import percolate.Dataset;
import percolate.Loss;
import percolate.Metric;

/** The steps of a training, without the loop around them. */
record Plain(Setup setup, Dataset data, Loss loss, List<Metric> metrics) {
    Plain(Setup setup, Dataset data, Loss loss) {
        this(setup, data, loss, List.of());
    }

    private Judgement judgement() {
        return Judgement.of("train", setup.model().graph(), data.inputs(), data, List.of(loss), metrics, new Choices());
    }

    /** With the weights that a training begins with. */
    Steps training() {
        setup.model().prepare(setup.seed(), List.of(loss));
        return ProgramSteps.training(setup, judgement(), data.inputs());
    }

    Steps rehearsal() {
        return ProgramSteps.rehearsal(setup, judgement(), setup.model().admit(data.inputs()));
    }
}
