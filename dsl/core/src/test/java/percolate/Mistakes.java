package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a mistake has to be answered: an exception of ours whose message is one sentence. */
public final class Mistakes {
    private Mistakes() {}

    /** @param parts what the sentence has to say: where, expected, got, remedy */
    public static void assertOneSentence(ThrowingCallable mistake, String... parts) {
        var answer = catchThrowable(mistake);
        assertThat(answer).as("the answer to a mistake").isInstanceOf(RuntimeException.class);
        assertThat(answer.getClass().getName())
                .as(String.valueOf(answer))
                .matches(
                        "percolate\\..*Exception|java\\.lang\\.(IllegalArgument|IllegalState|IndexOutOfBounds)Exception");
        assertThat(answer.getMessage())
                .contains(parts)
                .contains(": ")
                .doesNotContain("\n", "ai.djl", "RuntimeError", "Exception");
    }
}
