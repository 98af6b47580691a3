package percolate.data.file;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import percolate.data.DataException;
import percolate.data.download.Cache;
import percolate.data.download.RemoteFile;

/** Where data lies, as a student writes it: the path of a file, or an address, whose file is fetched once. */
final class Place {
    private Place() {}

    /** @throws DataException if it is neither a path nor an address */
    static Path of(String who, String place) {
        try {
            return isAddress(place) ? fetched(new URI(place)) : Path.of(place);
        } catch (InvalidPathException | URISyntaxException e) {
            throw new DataException(
                    who + ": expected the path of a file or an address, got \"" + place
                            + "\"; write it as \"data/a.csv\" or \"https://…\"",
                    e);
        }
    }

    private static boolean isAddress(String place) {
        var lower = place.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private static Path fetched(URI address) {
        var path = String.valueOf(address.getPath());
        var name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        var key = UUID.nameUUIDFromBytes(address.toString().getBytes(StandardCharsets.UTF_8));
        return Cache.user().fetch(RemoteFile.at("own/" + key + "/" + (name.isEmpty() ? "file" : name), address));
    }
}
