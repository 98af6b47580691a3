package percolate.plotting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.plotting.Pictures.button;
import static percolate.plotting.Pictures.column;
import static percolate.plotting.Pictures.menu;
import static percolate.plotting.Pictures.picture;
import static percolate.plotting.Pictures.plot;
import static percolate.plotting.Pictures.row;
import static percolate.plotting.Pictures.slider;
import static percolate.plotting.Pictures.toggle;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.api.CommLines;
import percolate.kernel.api.Comms;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Picture;

@Timeout(30)
class ControlTest {
    private static final String WIDGET = "application/vnd.jupyter.widget-view+json";

    @AutoClose
    private final FrontEnd page = FrontEnd.connected();

    private FrontEnd.Model shown(Control control, String kind) {
        assertThat(control.bundle().data()).containsKey(WIDGET);
        return page.find(kind);
    }

    private static Picture line() {
        return plot(new double[] {0, 1}, new double[] {0, 1});
    }

    @Test
    void aSliderIsAModelOfTheWidgetsProtocol() {
        var bundle = slider("rate", 0, 1).bundle();
        var model = page.find("FloatSlider");
        var box = page.find("VBox");

        assertThat(model.opening.metadata()).containsEntry("version", "2.1.0");
        assertThat(model.state)
                .containsEntry("_model_module", "@jupyter-widgets/controls")
                .containsEntry("_model_module_version", "2.0.0")
                .containsEntry("_view_name", "FloatSliderView")
                .containsEntry("description", "rate")
                .containsEntry("min", 0.0)
                .containsEntry("max", 1.0)
                .containsEntry("value", 0.5);
        assertThat(page.at(model.get("style")).get("_model_name")).isEqualTo("SliderStyleModel");
        assertThat(page.at(model.get("layout")).get("_model_module")).isEqualTo("@jupyter-widgets/base");
        assertThat(bundle.data())
                .containsEntry(WIDGET, Map.of("version_major", 2, "version_minor", 0, "model_id", box.id()));
        assertThat((List<?>) box.get("children")).hasSize(2).first().isEqualTo("IPY_MODEL_" + model.id());
    }

    @Test
    void whatTheUserMovesIsTheValueAndTheHandlers() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Double>();
        var rate = slider("rate", 0, 1).onChange(seen::add);
        shown(rate, "FloatSlider").change("value", 0.25);

        assertThat(seen.take()).isEqualTo(0.25);
        assertThat(rate.value()).isEqualTo(0.25);
    }

    @Test
    void handlersRunOnAThreadOfTheirOwn() throws InterruptedException {
        var threads = new LinkedBlockingQueue<String>();
        var noise = toggle("noise")
                .onChange(on -> threads.add(Thread.currentThread().getName()));
        shown(noise, "Checkbox").change("value", true);

        assertThat(threads.take()).isEqualTo("percolate-control");
        assertThat(noise.value()).isTrue();
    }

    @Test
    void aLogarithmicSliderMovesItsExponent() {
        var rate = slider("rate", 0.0001, 1).log();
        var model = shown(rate, "FloatLogSlider");

        assertThat(model.state).containsEntry("min", -4.0).containsEntry("max", 0.0);
        assertThat((double) model.get("step")).isCloseTo(0.04, within(1e-12));
        assertThat(rate.value()).isCloseTo(0.01, within(1e-12));
        model.change("value", 1.0000000000000002);
        assertThat(rate.value()).isEqualTo(1);
        assertThat(model.get("value")).isEqualTo(1.0);
    }

    @Test
    void wholeEndsMakeWholeSteps() {
        var units = slider("hidden", 1, 8).at(4);

        assertThat(shown(units, "FloatSlider").state).containsEntry("step", 1.0).containsEntry("readout_format", "d");
        assertThat(units.integer()).isEqualTo(4);
        assertThat(slider("p", 0, 1).value()).isEqualTo(0.5);
        assertThat(slider("t", 0, 10).step(0.5).set(2.5).integer()).isEqualTo(2);
    }

    @Test
    void whatIsSetFromCodeMovesOnThePage() throws InterruptedException {
        var seen = new LinkedBlockingQueue<Object>();
        var rate = slider("rate", 0, 1).onChange(seen::add);
        var model = shown(rate, "FloatSlider");
        rate.set(0.75).set(0.75);

        assertThat(seen.take()).isEqualTo(0.75);
        assertThat(model.get("value")).isEqualTo(0.75);
        assertThat(model.received).hasSize(2).allMatch(message -> "update"
                .equals(message.data().get("method")));
        assertThat(seen).as("the same value is no change").isEmpty();
    }

    @Test
    void whatThePageSaysIsConfirmedToOtherPages() {
        var model = shown(slider("rate", 0, 1), "FloatSlider");
        model.change("value", 0.25);

        assertThat(model.received).singleElement().satisfies(message -> assertThat(message.data())
                .containsEntry("method", "echo_update")
                .containsEntry("state", Map.of("value", 0.25)));
    }

    @Test
    void whatCannotBeIsNotTaken() {
        var rate = slider("rate", 0, 1);
        var model = shown(rate, "FloatSlider");
        model.change("value", "much");
        model.change("value", Double.NaN);
        model.change("other", 1);
        assertThat(rate.value()).isEqualTo(0.5);
        model.change("value", 7L);
        assertThat(rate.value()).isEqualTo(1);
        assertThat(model.get("value")).as("the page is told").isEqualTo(1.0);

        var activation = menu("activation", "relu", "tanh");
        shown(activation, "Dropdown").change("index", 2L);
        assertThat(activation.value()).isEqualTo("relu");
        var noise = toggle("noise").at(true);
        shown(noise, "Checkbox").change("value", "no");
        assertThat(noise.value()).isTrue();
    }

    @Test
    void aMenuIsOneOfItsTexts() throws InterruptedException {
        var seen = new LinkedBlockingQueue<String>();
        var activation = menu("activation", "relu", "tanh", "elu").at("tanh").onChange(seen::add);
        var model = shown(activation, "Dropdown");

        assertThat(model.state)
                .containsEntry("_options_labels", List.of("relu", "tanh", "elu"))
                .containsEntry("index", 1);
        model.change("index", 2L);
        assertThat(seen.take()).isEqualTo("elu");
        activation.set("relu");
        assertThat(model.get("index")).isEqualTo(0);
    }

    @Test
    void aButtonIsGreyWhileItsHandlerRuns() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var train = button("Train", () -> {
            begun.countDown();
            await(goOn);
        });
        var model = shown(train, "Button");
        model.click();
        begun.await();

        assertThat(model.get("disabled")).isEqualTo(true);
        goOn.countDown();
        model.awaitState("disabled", false);
    }

    @Test
    void otherControlsAnswerWhileAHandlerRuns() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var train = button("Train", () -> await(goOn));
        var stop = button("Stop", goOn::countDown);
        var trainModel = shown(train, "Button");
        var stopModel = shown(stop, "Button");
        trainModel.click();
        stopModel.click();

        trainModel.awaitState("disabled", false);
    }

    @Test
    void ofTheChangesThatWaitForAHandlerOnlyTheNewestIsHandled() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var seen = new LinkedBlockingQueue<Double>();
        var rate = slider("rate", 0, 10).onChange(value -> {
            seen.add(value);
            begun.countDown();
            await(goOn);
        });
        var model = shown(rate, "FloatSlider");
        model.change("value", 1.0);
        begun.await();
        for (int at = 2; at <= 9; at++) {
            model.change("value", (double) at);
        }
        goOn.countDown();

        assertThat(seen.take()).isEqualTo(1);
        assertThat(seen.take()).isEqualTo(9);
    }

    @Test
    void whatAHandlerThrowsIsSaidBelowTheControlUntilItGoesWell() throws InterruptedException {
        var rate = slider("rate", 0, 1).onChange(value -> {
            if (value > 0.9) {
                throw new IllegalArgumentException("too <fast>");
            }
        });
        var model = shown(rate, "FloatSlider");
        var line = page.find("HTML");
        assertThat(page.at(line.get("layout")).get("display")).isEqualTo("none");

        model.change("value", 0.95);
        page.at(line.get("layout")).awaitState("display", "");
        assertThat(line.get("value"))
                .isEqualTo("<b>✗</b> the handler of slider &quot;rate&quot; failed with"
                        + " java.lang.IllegalArgumentException: too &lt;fast&gt;");
        model.change("value", 0.5);
        page.at(line.get("layout")).awaitState("display", "none");
        assertThat(line.get("value")).isEqualTo("");
    }

    @Test
    void rowsAndColumnsHoldControls() {
        var rate = slider("rate", 0, 1);
        var noise = toggle("noise");
        column(row(rate, noise), picture(line())).bundle();
        var row = page.find("HBox");

        assertThat((List<?>) row.get("children"))
                .isEqualTo(List.of(rate.widget().reference(), noise.widget().reference()));
        assertThat(String.valueOf(page.find("VBox").get("children"))).contains("IPY_MODEL_" + row.id());
    }

    @Test
    void aPictureIsReplacedInItsPlace() {
        var first = line();
        var second = line().title("second").size(300, 200);
        var shown = picture(first);
        var model = shown(shown, "Image");

        assertThat((byte[]) model.get("value")).isEqualTo(first.png());
        shown.update(second);
        assertThat((byte[]) model.get("value")).isEqualTo(second.png());
        assertThat(model.state)
                .containsEntry("width", "300")
                .containsEntry("tooltip", second.alt())
                .containsEntry("description", "");
        assertThat(model.received).singleElement().satisfies(message -> {
            assertThat(message.data()).containsEntry("buffer_paths", List.of(List.of("value")));
            assertThat(message.buffers()).hasSize(1);
        });
        assertThat(shown.picture()).isSameAs(second);
    }

    @Test
    void aPageThatIsOpenedAnewGetsEverythingAsItIsNow() {
        var rate = slider("rate", 0, 1);
        var model = shown(rate, "FloatSlider");
        rate.set(0.125);
        model.state.clear();
        model.askForState();

        assertThat(model.state).containsEntry("value", 0.125).containsEntry("_model_name", "FloatSliderModel");
    }

    @Test
    void everyModelAnswersAPageThatIsOpenedAnew() {
        row(slider("rate", 0, 1), button("Go", () -> {}), picture(line())).bundle();

        assertThat(page.all()).hasSizeGreaterThan(8).allSatisfy(model -> {
            model.askForState();
            assertThat(model.received).isNotEmpty();
        });
    }

    @Test
    void shownTwiceItIsTheSameControl() {
        var rate = slider("rate", 0, 1);
        var first = rate.bundle();
        int models = page.size();

        assertThat(rate.bundle()).isEqualTo(first);
        assertThat(page.size()).isEqualTo(models);
    }

    @Test
    void aControlThatAPageHasClosedGoesOnAndIsOpenedAnew() {
        var count = new AtomicInteger();
        var rate = slider("rate", 0, 1).onChange(value -> count.incrementAndGet());
        shown(rate, "FloatSlider").refuse();
        page.find("VBox").refuse();

        assertThat(rate.set(0.1).value()).isEqualTo(0.1);
        int before = page.size();
        assertThat(rate.bundle().data()).containsKey(WIDGET);
        assertThat(page.size()).isGreaterThan(before);
        assertThat(page.find("FloatSlider").get("value")).isEqualTo(0.1);
    }

    @Test
    void whereNothingDrawsItAControlIsItsValueAndASentence() {
        Comms.connect(CommLines.NONE);
        var both = row(
                        slider("ra<te", 0, 1),
                        menu("activation", "relu", "tanh"),
                        toggle("noise"),
                        button("Go", () -> {}))
                .bundle();

        assertThat(both.data()).doesNotContainKey(WIDGET);
        assertThat((String) both.data().get(MimeBundle.TEXT))
                .isEqualTo("ra<te: 0.5, a slider from 0 to 1; activation: relu, a menu of relu, tanh; noise: off, a"
                        + " toggle; Go, a button (to use it, open the notebook where JupyterLab has its widgets"
                        + " (pip install jupyterlab_widgets), and run the cell again)");
        assertThat((String) both.data().get(MimeBundle.HTML)).contains("<b>ra&lt;te</b>: 0.5");
        assertThat((String) picture(line()).bundle().data().get(MimeBundle.HTML))
                .startsWith("<p><img src=\"data:image/png;base64,")
                .contains("alt=\"line of 2 points");
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatThrownBy(() -> slider("rate", 1, 0))
                .hasMessage(
                        "slider(\"rate\", …): expected two finite ends, the lower one first, got 1 and 0; give them as"
                                + " slider(\"rate\", 0, 1)");
        assertThatThrownBy(() -> slider("rate", 0, 1).log()).hasMessageContaining("expected ends above 0, got 0");
        assertThatThrownBy(() -> slider("rate", 0, 1).at(2))
                .hasMessage("slider \"rate\".at: expected a value from 0 to 1, got 2; stay between the ends, or make a"
                        + " wider slider");
        assertThatThrownBy(() -> slider("rate", 0, 1).step(0)).hasMessageContaining("expected a distance above 0");
        assertThatThrownBy(() -> slider(" ", 0, 1)).hasMessageContaining("expected a name that is shown beside it");
        assertThatThrownBy(() -> menu("a")).hasMessageContaining("expected one text or more, each once, got []");
        assertThatThrownBy(() -> menu("a", "x", "x")).hasMessageContaining("each once, got [x, x]");
        assertThatThrownBy(() -> menu("a", "x").set("y")).hasMessageContaining("expected one of [x], got y");
        assertThatThrownBy(() -> button("go", null)).hasMessageStartingWith("button: the handler is null");
        assertThatThrownBy(() -> toggle("t").onChange(null)).hasMessageStartingWith("onChange: the handler is null");
        assertThatThrownBy(() -> row()).hasMessageStartingWith("row: expected one control or more, got none");
        assertThatThrownBy(() -> picture(null)).hasMessageStartingWith("picture: it is null");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
