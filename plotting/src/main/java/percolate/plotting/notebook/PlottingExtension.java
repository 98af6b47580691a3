package percolate.plotting.notebook;

import java.awt.Image;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import percolate.Batch;
import percolate.Dataset;
import percolate.Evaluation;
import percolate.Model;
import percolate.Provenance;
import percolate.Run;
import percolate.Split;
import percolate.Summary;
import percolate.Sweep;
import percolate.Tensor;
import percolate.TrainingObservers;
import percolate.engine.TorchEngine;
import percolate.kernel.api.Extension;
import percolate.kernel.api.Session;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;
import percolate.plotting.control.Control;
import percolate.plotting.space.Embedded;
import percolate.plotting.steps.Moving;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Introduces the DSL and its pictures to a session: imports, renderers, the training panel, and what to load early. */
public final class PlottingExtension implements Extension {
    private static final TrainingPanels PANELS = new TrainingPanels();

    @Override
    public void install(Session session) {
        session.imports(
                        "static percolate.Percolate.*",
                        "percolate.*",
                        "percolate.kotlin.*",
                        "static percolate.plotting.Pictures.*",
                        "percolate.plotting.*",
                        "percolate.plotting.chart.Picture")
                .renderer(Picture.class, PictureBundle::of)
                .renderer(Control.class, Control::bundle)
                .renderer(Moving.class, moving -> moving.bundle())
                .renderer(Illustration.class, PictureBundle::of)
                .renderer(Embedded.class, PictureBundle::of)
                .renderer(Tensor.class, TensorTable::of)
                .renderer(Summary.class, SummaryTable::of)
                .renderer(Model.class, SummaryTable::of)
                .renderer(Run.class, RunTable::of)
                .renderer(Sweep.class, SweepTable::of)
                .renderer(Provenance.class, facts -> TablesawTable.of(facts.table()))
                .renderer(Evaluation.class, EvaluationTable::of)
                .renderer(Dataset.class, DataTable::of)
                .renderer(Split.class, DataTable::of)
                .renderer(Batch.class, DataTable::of)
                .renderer(Table.class, TablesawTable::of)
                .renderer(Column.class, TablesawTable::of)
                .renderer(Image.class, ImageBundle::of)
                .renderer(Chart.class, PictureBundle::of)
                .memory("tensors", TensorMemory::told)
                .bytes(Tensor.class, TensorMemory::of)
                .bytes(Model.class, TensorMemory::of)
                .bytes(Dataset.class, TensorMemory::of)
                .bytes(Split.class, TensorMemory::of)
                .bytes(Batch.class, TensorMemory::of)
                .warmUp(TorchEngine::start)
                .warmUp(PlottingExtension::drawOnce);
        if (!TrainingObservers.all().contains(PANELS)) {
            TrainingObservers.register(PANELS);
        }
    }

    /** Loads fonts, Java2D and XChart, which take half a second the first time. */
    private static void drawOnce() {
        var line = Series.of("line", new double[] {0, 1}, new double[] {0, 1});
        PictureBundle.of(Picture.of(Plot.of(List.of(line)).withFrame(Frame.counting(0, 1)))
                .title("warm"));
    }
}
