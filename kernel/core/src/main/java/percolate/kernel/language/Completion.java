package percolate.kernel.language;

import java.util.List;

/**
 * Candidates for the text between {@code start} and {@code end} (UTF-16 units).
 *
 * @param candidates in the order to show them
 */
public record Completion(List<Candidate> candidates, int start, int end) {
    public Completion {
        candidates = List.copyOf(candidates);
    }

    /**
     * @param type what it is ({@code function}, {@code class}, {@code instance}, …), as front ends show it; may be empty
     * @param signature for functions; may be empty
     */
    public record Candidate(String text, String type, String signature) {}
}
