package percolate.kernel.session;

import java.util.UUID;
import percolate.kernel.api.DisplayHandle;
import percolate.kernel.api.Frontend;
import percolate.kernel.api.MimeBundle;
import percolate.kernel.protocol.ClearOutput;
import percolate.kernel.protocol.DisplayData;
import percolate.kernel.protocol.JsonTree;
import percolate.kernel.protocol.UpdateDisplayData;
import percolate.kernel.render.Renderers;

/** Shows what cells display, below the cell that the calling thread belongs to. */
final class KernelFrontend implements Frontend {
    private final CurrentCell cells;
    private final CellOutput nowhere;
    private final Renderers renderers;

    /** @param nowhere takes what no cell displays */
    KernelFrontend(CurrentCell cells, CellOutput nowhere, Renderers renderers) {
        this.cells = cells;
        this.nowhere = nowhere;
        this.renderers = renderers;
    }

    @Override
    public DisplayHandle show(Object value) {
        var shown = new Shown(UUID.randomUUID().toString(), cells.find().orElse(nowhere), cells, renderers);
        shown.first(renderers.render(value));
        return shown;
    }

    @Override
    public void clearOutput(boolean wait) {
        cells.find().orElse(nowhere).publish(new ClearOutput(wait));
    }

    @Override
    public void page(MimeBundle bundle) {
        var cell = cells.find().filter(running -> !running.ended());
        cell.ifPresentOrElse(running -> running.page(JsonTree.object(bundle.data())), () -> show(bundle));
    }

    private record Shown(String id, CellOutput cell, CurrentCell cells, Renderers renderers) implements DisplayHandle {
        void first(MimeBundle bundle) {
            cell.publish(new DisplayData(id, JsonTree.object(bundle.data()), JsonTree.object(bundle.metadata())));
        }

        @Override
        public void update(Object value) {
            var bundle = renderers.render(value);
            teller().publish(new UpdateDisplayData(
                    id, JsonTree.object(bundle.data()), JsonTree.object(bundle.metadata())));
        }

        /** The id says what changes; but some front ends listen only to the cell that runs. */
        private CellOutput teller() {
            return cell.ended() ? cells.running().orElse(cell) : cell;
        }
    }
}
