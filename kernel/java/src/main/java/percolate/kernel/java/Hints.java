package percolate.kernel.java;

import java.util.Optional;
import java.util.stream.Stream;

/** What a learner can do about an error of the compiler: the first rule that knows the mistake says it. */
final class Hints {
    private final Names names;
    private final CallHints calls;
    private final OptionHints options;

    Hints(Workspace workspace) {
        names = new Names(workspace);
        calls = new CallHints(workspace.knowledge().functions());
        options = new OptionHints(workspace.knowledge().functions());
    }

    /** One sentence, or an empty text where the error says all there is to say. */
    String of(Complaint complaint) {
        return Stream.<Optional<String>>of(
                        SyntaxHabits.hint(complaint),
                        TrainingHints.hint(complaint),
                        options.hint(complaint),
                        options.method(complaint),
                        names.hint(complaint),
                        TypeHints.hint(complaint))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> calls.hint(complaint))
                .or(() -> operator(complaint))
                .orElse("");
    }

    /** @param missing for example {@code class Tensr} */
    String ofUnknown(String missing) {
        var parts = missing.split("[ (<,]", -1);
        return parts.length < 2 ? "" : names.hint(parts[0], parts[1], "").orElse("");
    }

    /** Types that have {@code plus} and {@code times} as methods are written with operators in other languages. */
    private Optional<String> operator(Complaint complaint) {
        return Operators.hint(complaint, names::members, options::members);
    }
}
