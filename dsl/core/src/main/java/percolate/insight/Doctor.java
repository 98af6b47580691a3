package percolate.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import percolate.Diagnosis;
import percolate.Run;
import percolate.Verdict;
import percolate.tensor.RandomStream;

/** Asks for one symptom after the other, those of the data first. */
final class Doctor {
    private static final List<Function<Case, Optional<Verdict>>> OF_OUTPUTS = List.of(
            DataSymptoms::constantLabels,
            DataSymptoms::shuffledLabels,
            DataSymptoms::unscaledInputs,
            UnitSymptoms::deadRelus,
            UnitSymptoms::constantOutputs,
            FitSymptoms::underFitting);
    private static final List<Function<Case, Optional<Verdict>>> OF_LOSS = List.of(
            GradientSymptoms::vanishing,
            GradientSymptoms::exploding,
            RateSymptoms::tooHigh,
            RateSymptoms::tooLow,
            FitSymptoms::overFitting);

    private Doctor() {}

    /** The session's stream of random numbers stays as it is. */
    static Diagnosis of(Run run, Replay replay, Snapshot first) {
        return new RandomStream(replay.seed()).during(() -> {
            var its = new Case(run, replay, first);
            var asked = replay.isSupervised() ? Stream.of(OF_OUTPUTS, OF_LOSS) : Stream.of(OF_LOSS);
            return new Diagnosis(asked.flatMap(List::stream)
                    .map(symptom -> symptom.apply(its))
                    .flatMap(Optional::stream)
                    .toList());
        });
    }
}
