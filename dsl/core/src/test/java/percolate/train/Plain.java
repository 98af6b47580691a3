package percolate.train;

import java.util.List;
import percolate.Dataset;
import percolate.Loss;
import percolate.Metric;
import percolate.Tensor;

/** The steps of a training, without the loop around them. */
record Plain(Setup setup, Dataset data, Loss loss, List<Metric> metrics) {
    Plain(Setup setup, Dataset data, Loss loss) {
        this(setup, data, loss, List.of());
    }

    private Judgement judgement() {
        return Judgement.of("train", setup.model().graph(), inputs(), data, List.of(loss), metrics, new Choices());
    }

    private List<Tensor> inputs() {
        return setup.model().admit(data.inputs());
    }

    /** With the weights that a training begins with. */
    Steps training() {
        setup.model().prepare(setup.seed(), List.of(loss));
        return ProgramSteps.training(setup, judgement(), data, inputs(), List::of);
    }

    Steps rehearsal() {
        return ProgramSteps.rehearsal(setup, judgement(), data, inputs());
    }
}
