package percolate.data.download;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which addresses are asked: those of https, and this machine itself. */
final class Address {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Address() {}

    /** @throws Refusal unless it may be asked */
    static URI check(URI address) throws Refusal {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") && address.getHost() != null;
        if (!secure && !(scheme.equals("http") && isLoopback(address))) {
            throw new Refusal(address + " is not an https address");
        }
        return address;
    }

    /**
     * Where a redirect leads.
     *
     * @throws Refusal if that may not be asked: an address of the network leads to no server of this machine
     */
    static URI redirected(URI from, String location) throws Refusal {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Refusal(from.getHost() + " redirects to \"" + location + "\", which is no address");
        }
        if (isLoopback(to) && !isLoopback(from)) {
            throw new Refusal(from.getHost() + " redirects to this machine");
        }
        return check(to);
    }

    private static boolean isLoopback(URI address) {
        return address.getHost() != null && LOOPBACK.contains(address.getHost().toLowerCase(Locale.ROOT));
    }
}
