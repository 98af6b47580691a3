package percolate.kernel.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import percolate.kernel.protocol.HistoryReply.Entry;
import percolate.kernel.protocol.HistoryRequest;

/** Which cells a front end asks for. */
@FunctionalInterface
interface Selection {
    List<Entry> from(List<Entry> all);

    /** @param current the number of this session, from which numbers below 1 count back */
    static Selection of(HistoryRequest request, int current) {
        return switch (request.access()) {
            case TAIL -> all -> last(all, request.count());
            case RANGE -> all -> where(all, range(request, current));
            case SEARCH -> all -> {
                var pattern = glob(request.pattern());
                var found = where(all, entry -> pattern
                        .matcher(entry.input())
                        .matches());
                return last(request.unique() ? latestOfEach(found) : found, request.count());
            };
        };
    }

    private static Predicate<Entry> range(HistoryRequest request, int current) {
        var session = request.session() > 0 ? request.session() : current + request.session();
        return entry -> entry.session() == session
                && entry.line() >= request.start()
                && (request.stop() < 0 || entry.line() < request.stop());
    }

    private static List<Entry> where(List<Entry> all, Predicate<Entry> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private static List<Entry> latestOfEach(List<Entry> found) {
        var byInput = new LinkedHashMap<String, Entry>();
        for (var entry : found) {
            byInput.remove(entry.input());
            byInput.put(entry.input(), entry);
        }
        return List.copyOf(byInput.values());
    }

    private static List<Entry> last(List<Entry> all, int count) {
        return count < 0 ? all : all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static Pattern glob(String pattern) {
        var regex = pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
