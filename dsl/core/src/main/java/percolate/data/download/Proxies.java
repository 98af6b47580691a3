package percolate.data.download;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;

/**
 * The proxies that the JVM's and Maven's system properties name: {@code https.proxyHost}, {@code https.proxyPort},
 * {@code http.nonProxyHosts}, {@code https.proxyUser}, {@code https.proxyPassword}.
 */
final class Proxies extends Authenticator {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private Proxies() {}

    /** One that follows no redirects by itself. */
    static HttpClient client() {
        var client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .authenticator(new Proxies());
        var selector = ProxySelector.getDefault();
        return (selector == null ? client : client.proxy(selector)).build();
    }

    /** Answers proxies alone: no server is told a password. */
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        var protocol = String.valueOf(getRequestingProtocol()).toLowerCase(Locale.ROOT);
        var prefix = protocol.startsWith("https") ? "https" : "http";
        var user = System.getProperty(prefix + ".proxyUser", System.getProperty("http.proxyUser"));
        var password = System.getProperty(prefix + ".proxyPassword", System.getProperty("http.proxyPassword", ""));
        return getRequestorType() == RequestorType.PROXY && user != null
                ? new PasswordAuthentication(user, password.toCharArray())
                : null;
    }
}
