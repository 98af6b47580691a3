package percolate.kernel.dependency;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import percolate.kernel.api.Display;
import percolate.kernel.api.DisplayHandle;
import percolate.kernel.api.MimeBundle;

/** Tells how far the downloads of one question are, in one place of the page; what is quick is not worth telling. */
final class Transfers extends AbstractTransferListener {
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final long start = System.nanoTime();
    private volatile boolean cancelled;
    private DisplayHandle shown;
    private long next = start + QUICK_NANOS;
    private long bytes;
    private int files;

    /** Ends every download at its next piece. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        if (cancelled) {
            throw new TransferCancelledException("the cell was stopped");
        }
        progressed(event.getDataLength(), event.getResource().getResourceName());
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        if (event.getResource().getResourceName().endsWith(".jar")) {
            files++;
        }
    }

    private synchronized void progressed(int length, String resource) {
        bytes += length;
        var now = System.nanoTime();
        if (now >= next) {
            next = now + PAUSE_NANOS;
            show("fetching " + resource.substring(resource.lastIndexOf('/') + 1) + ", " + amount());
        }
    }

    /** Leaves the sum on the page, if progress was shown at all. */
    synchronized void end() {
        if (shown != null) {
            var seconds = (System.nanoTime() - start) / 1e9;
            show(String.format(Locale.ROOT, "fetched %s in %.1f s", amount(), seconds));
        }
    }

    private String amount() {
        return String.format(Locale.ROOT, "%d %s, %.1f MB", files, files == 1 ? "jar" : "jars", bytes / 1e6);
    }

    private void show(String text) {
        if (shown == null) {
            shown = Display.display(text, "text/plain");
        } else {
            shown.update(MimeBundle.text(text));
        }
    }
}
