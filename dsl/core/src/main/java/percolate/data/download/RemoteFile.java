package percolate.data.download;

import java.net.URI;
import java.util.List;

/**
 * A file that lies on the network.
 *
 * @param name what it is called in the cache, such as {@code mnist/train-images-idx3-ubyte.gz}
 * @param from where it can be fetched, tried in this order
 * @param sums what its bytes add up to; none where that is not known
 * @param instead what to take while the network is away, in words; empty where there is nothing
 */
public record RemoteFile(String name, List<URI> from, List<Checksum> sums, String instead) {
    public RemoteFile {
        from = List.copyOf(from);
        sums = List.copyOf(sums);
        if (from.isEmpty()) {
            throw new IllegalArgumentException(name + ": expected an address to fetch it from, got none");
        }
    }

    /** From one address, with nothing known of it. */
    public static RemoteFile at(String name, URI from) {
        return new RemoteFile(name, List.of(from), List.of(), "");
    }

    @Override
    public String toString() {
        return name;
    }
}
