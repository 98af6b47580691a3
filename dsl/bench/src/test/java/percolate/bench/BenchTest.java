package percolate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {
    static Stream<String> names() {
        return Workload.ALL.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWorkloadLearnsAndTellsTimesAndLossesOfItsEpochs(String name) {
        var answer = Bench.answer(name + " 4");
        assertThat(answer.millisPerStep()).hasSize(4);
        assertThat(answer.millisPerStep()).allMatch(millis -> millis > 0);
        assertThat(answer.losses()).hasSize(4);
        assertThat(answer.losses().get(3)).isLessThan(answer.losses().get(0));
        assertThat(answer.threads()).matches("\\d+(, from step .*)?");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyBatchIsFullSoThatStepsAreOfOneSize(String name) {
        var workload = Workload.ALL.get(name).get();
        assertThat(workload.data().size() % workload.batch()).isZero();
    }

    @Test
    void theWorkloadsAreThoseOfTheOtherSide() {
        assertThat(Workload.ALL.keySet())
                .isEqualTo(Set.of(
                        "xor",
                        "mlp",
                        "lenet",
                        "unet",
                        "lstm",
                        "transformer",
                        "depth-4",
                        "depth-16",
                        "width-512",
                        "width-2048",
                        "batch-128",
                        "batch-512"));
    }

    @Test
    void theLoopOfDjlLearnsTheSame() {
        var answer = Bench.answer("easytrain 2");
        assertThat(answer.millisPerStep()).hasSize(2).allMatch(millis -> millis > 0);
        assertThat(answer.losses().get(1)).isLessThan(answer.losses().get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet-load", "lenet-steps", "shuffle"})
    void whatComesBesideTheStepsIsTimedOneByOne(String name) {
        assertThat(Bench.answer(name + " 3").millisPerStep()).hasSize(3).allMatch(millis -> millis >= 0);
    }

    @Test
    void anAnswerIsJson() {
        assertThat(new Answer(List.of(1.5, 2.0), List.of(0.5, 0.25), "2").json())
                .isEqualTo("{\"millisPerStep\": [1.5, 2.0], \"losses\": [0.5, 0.25], \"threads\": \"2\"}");
    }

    @Test
    void aCommandThatIsNoneIsRefusedWithTheNamesThereAre() {
        for (var command : new String[] {"vgg 3", "xor", "xor many", "xor 0", ""}) {
            assertThatThrownBy(() -> Bench.answer(command))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected NAME EPOCHS")
                    .hasMessageContaining("lenet");
        }
    }
}
