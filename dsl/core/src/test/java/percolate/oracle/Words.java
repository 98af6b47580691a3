package percolate.oracle;

import static percolate.Percolate.*;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;
import percolate.Layer;
import percolate.Optimizer;
import percolate.train.Descent;
import percolate.train.Sgd;

/** A fixture's layers and optimizer in the DSL's words. */
final class Words {
    private Words() {}

    static List<Layer> layers(Fixture fixture) {
        return StreamSupport.stream(fixture.config().getAsJsonArray("layers").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(Words::layer)
                .toList();
    }

    private static Layer layer(JsonObject said) {
        var type = said.get("type").getAsString();
        return switch (type) {
            case "dense" -> dense(integer(said, "units")).withBias(flag(said, "bias", true));
            case "conv2d" -> convolution(said);
            case "maxPool2d", "avgPool2d" -> pooling(said);
            case "globalAvgPool2d" -> globalAvgPool2d();
            case "flatten" -> flatten();
            case "reshape" -> reshape(Fixture.integers(said.get("shape")));
            case "dropout" -> dropout(said.get("part").getAsDouble());
            case "embedding" -> embedding(integer(said, "words"), integer(said, "width"));
            case "lstm" -> recurrent(said);
            default -> activation(type, said);
        };
    }

    private static Layer convolution(JsonObject said) {
        var layer = conv2d(integer(said, "channels"), integer(said, "kernel"))
                .withBias(flag(said, "bias", true))
                .stride(integer(said, "stride", 1));
        return flag(said, "same", false) ? layer.same() : layer.padding(integer(said, "padding", 0));
    }

    private static Layer pooling(JsonObject said) {
        int size = integer(said, "kernel");
        var layer = said.get("type").getAsString().equals("maxPool2d") ? maxPool2d(size) : avgPool2d(size);
        return said.has("stride") ? layer.stride(integer(said, "stride")) : layer;
    }

    private static Layer recurrent(JsonObject said) {
        var layer = lstm(integer(said, "units"));
        return flag(said, "returnSequences", false) ? layer.returnSequences() : layer;
    }

    private static Layer activation(String type, JsonObject said) {
        return switch (type) {
            case "relu" -> relu();
            case "leakyRelu" -> leakyRelu(said.get("slope").getAsDouble());
            case "elu" -> elu();
            case "selu" -> selu();
            case "gelu" -> gelu();
            case "swish" -> swish();
            case "tanh" -> tanh();
            case "sigmoid" -> sigmoid();
            case "softmax" -> softmax();
            case "logSoftmax" -> logSoftmax();
            case "softplus" -> softplus();
            case "hardTanh" -> hardTanh();
            default -> throw new IllegalArgumentException("oracle: no word for the layer " + said);
        };
    }

    static Optimizer optimizer(Fixture fixture) {
        var said = fixture.config().getAsJsonObject("optimizer");
        double rate = said.get("rate").getAsDouble();
        return said.get("type").getAsString().equals("adam")
                ? common(adam(rate), said)
                : common(descent(rate, said), said);
    }

    private static Sgd descent(double rate, JsonObject said) {
        var sgd = said.has("momentum") ? sgd(rate).momentum(said.get("momentum").getAsDouble()) : sgd(rate);
        return flag(said, "nesterov", false) ? sgd.nesterov() : sgd;
    }

    private static <S extends Descent<S>> S common(S optimizer, JsonObject said) {
        var decaying = said.has("weightDecay")
                ? optimizer.weightDecay(said.get("weightDecay").getAsDouble())
                : optimizer;
        return said.has("clipNorm") ? decaying.clipNorm(said.get("clipNorm").getAsDouble()) : decaying;
    }

    private static int integer(JsonObject said, String option) {
        return said.get(option).getAsInt();
    }

    private static int integer(JsonObject said, String option, int otherwise) {
        return said.has(option) ? integer(said, option) : otherwise;
    }

    private static boolean flag(JsonObject said, String option, boolean otherwise) {
        return said.has(option) ? said.get(option).getAsBoolean() : otherwise;
    }
}
