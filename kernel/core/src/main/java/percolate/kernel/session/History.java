package percolate.kernel.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import percolate.kernel.protocol.HistoryReply;
import percolate.kernel.protocol.HistoryRequest;

/** The cells of this session, for as long as it lives. May be used by several threads at once. */
final class History {
    private static final int THIS_SESSION = 0;

    private final List<HistoryReply.Entry> entries = new ArrayList<>();

    synchronized void add(int line, String input, Optional<String> output) {
        entries.add(new HistoryReply.Entry(THIS_SESSION, line, input, output));
    }

    HistoryReply answer(HistoryRequest request) {
        return new HistoryReply(choose(request), request.output());
    }

    private synchronized List<HistoryReply.Entry> choose(HistoryRequest request) {
        return switch (request.access()) {
            case TAIL -> last(entries, request.count());
            case RANGE -> range(request);
            case SEARCH -> last(matching(request), request.count());
        };
    }

    private List<HistoryReply.Entry> range(HistoryRequest request) {
        return request.session() != THIS_SESSION
                ? List.of()
                : entries.stream()
                        .filter(entry -> entry.line() >= request.start())
                        .filter(entry -> request.stop() < 0 || entry.line() < request.stop())
                        .toList();
    }

    private List<HistoryReply.Entry> matching(HistoryRequest request) {
        var pattern = glob(request.pattern());
        var found = entries.stream()
                .filter(entry -> pattern.matcher(entry.input()).matches())
                .toList();
        return request.unique() ? latestOfEach(found) : found;
    }

    private static List<HistoryReply.Entry> latestOfEach(List<HistoryReply.Entry> found) {
        var byInput = new LinkedHashMap<String, HistoryReply.Entry>();
        for (var entry : found) {
            byInput.remove(entry.input());
            byInput.put(entry.input(), entry);
        }
        return List.copyOf(byInput.values());
    }

    private static List<HistoryReply.Entry> last(List<HistoryReply.Entry> all, int count) {
        return List.copyOf(count < 0 ? all : all.subList(Math.max(0, all.size() - count), all.size()));
    }

    private static Pattern glob(String pattern) {
        var regex = pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
