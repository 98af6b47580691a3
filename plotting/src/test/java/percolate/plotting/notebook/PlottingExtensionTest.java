package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.internal.chartpart.Chart;
import percolate.Batch;
import percolate.Dataset;
import percolate.Evaluation;
import percolate.Model;
import percolate.Percolate;
import percolate.Run;
import percolate.Summary;
import percolate.Tensor;
import percolate.TrainingObservers;
import percolate.kernel.api.Extension;
import percolate.kernel.api.Renderer;
import percolate.kernel.api.Session;
import percolate.plotting.chart.Picture;
import tech.tablesaw.api.Table;

class PlottingExtensionTest {
    private final List<Class<?>> rendered = new ArrayList<>();
    private final List<String> imported = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private final Map<String, Supplier<String>> told = new HashMap<>();
    private final List<Class<?>> weighed = new ArrayList<>();
    private final Session session = new Session() {
        @Override
        public <T> Session renderer(Class<T> type, Renderer<? super T> renderer) {
            rendered.add(type);
            return this;
        }

        @Override
        public Session imports(String... names) {
            imported.addAll(List.of(names));
            return this;
        }

        @Override
        public Session memory(String name, Supplier<String> amount) {
            told.put(name, amount);
            return this;
        }

        @Override
        public <T> Session bytes(Class<T> type, ToLongFunction<? super T> bytes) {
            weighed.add(type);
            return this;
        }

        @Override
        public Session warmUp(Runnable task) {
            tasks.add(task);
            return this;
        }
    };

    @AfterEach
    void leave() {
        TrainingObservers.all().forEach(TrainingObservers::remove);
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(PlottingExtension.class);
    }

    @Test
    void tellsWhatTensorsTakeAndWhatValuesHoldThem() {
        new PlottingExtension().install(session);
        var held = Percolate.zeros(250_000);

        assertThat(told.get("tensors").get()).matches("\\d+\\.\\d MB in [\\d,]+ arrays, at most \\d+\\.\\d MB so far");
        assertThat(held.size()).isEqualTo(250_000);
        assertThat(weighed).contains(Tensor.class, Model.class, Dataset.class, Batch.class);
    }

    @Test
    void bringsImportsAndRenderers() {
        new PlottingExtension().install(session);

        assertThat(imported)
                .contains("static percolate.Percolate.*", "percolate.kotlin.*", "static percolate.plotting.Pictures.*");
        assertThat(rendered)
                .contains(
                        Picture.class,
                        Tensor.class,
                        Summary.class,
                        Model.class,
                        Run.class,
                        Evaluation.class,
                        Dataset.class,
                        Batch.class,
                        Table.class,
                        Image.class,
                        Chart.class);
    }

    @Test
    void watchesTrainingsOnceHoweverOftenItIsInstalled() {
        new PlottingExtension().install(session);
        new PlottingExtension().install(session);

        assertThat(TrainingObservers.all()).hasSize(1);
    }

    @Test
    void warmsUpWithoutFailing() {
        new PlottingExtension().install(session);

        assertThat(tasks).hasSize(2).allSatisfy(Runnable::run);
    }
}
