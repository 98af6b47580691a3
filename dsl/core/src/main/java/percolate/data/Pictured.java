package percolate.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import percolate.Augmentation;
import percolate.Batch;
import percolate.Shape;
import percolate.Tensor;
import percolate.augment.Raster;
import percolate.engine.Array;

/** A change of images, and of the targets that are as large: masks and images. */
record Pictured(Augmentation augmentation) implements Change {
    @Override
    public Batch apply(Batch batch, Draws draws) {
        var like = like(batch);
        return changed(
                batch,
                IntStream.range(0, batch.size())
                        .mapToObj(i -> augmentation.draw(like, draws.at(i)))
                        .toList());
    }

    @Override
    public Batch still(Batch batch) {
        var like = like(batch);
        return changed(
                batch,
                IntStream.range(0, batch.size())
                        .mapToObj(i -> augmentation.still(like))
                        .toList());
    }

    @Override
    public Change fitted(Batch examples) {
        return new Pictured(augmentation.fitted(examples.x()));
    }

    /** The shape of one image. */
    private Shape like(Batch batch) {
        var image = Images.require(augmentation.toString(), batch.x()).shape().dropFirst(1);
        augmentation.outputShape(image);
        return image;
    }

    private Batch changed(Batch batch, List<UnaryOperator<Raster>> each) {
        var x = batch.x();
        var targets = new ArrayList<Tensor>();
        for (var y : batch.targets()) {
            refuseApart(x, y);
            targets.add(Images.isMask(y, x) || Images.isImage(y, x) ? changed(y, each) : y);
        }
        var inputs = batch.withX(changed(x, each)).inputs();
        return new Batch(inputs, targets, batch.names(), batch.padding(), batch.weights());
    }

    private void refuseApart(Tensor x, Tensor y) {
        if (augmentation.isMoving() && y.shape().rank() >= 3 && !Images.isMask(y, x) && !Images.isImage(y, x)) {
            throw new IllegalArgumentException(augmentation + ": expected targets that follow the images "
                    + x.shape().dropFirst(1) + ", labels, masks or images, got "
                    + y.shape().dropFirst(1) + "; change colours only, such as brightness(0.2)");
        }
    }

    private Tensor changed(Tensor images, List<UnaryOperator<Raster>> each) {
        boolean labels = images.shape().rank() == 3;
        var one =
                labels ? images.shape().dropFirst(1).prepend(1) : images.shape().dropFirst(1);
        var result = augmentation.outputShape(one);
        int length = result.length();
        var values = images.toFloatArray();
        var all = new float[each.size() * length];
        IntStream.range(0, each.size()).parallel().forEach(i -> {
            var changed = each.get(i).apply(Raster.of(values, i, one, labels));
            System.arraycopy(changed.values(), 0, all, i * length, length);
        });
        var shape = (labels ? result.dropFirst(1) : result).prepend(each.size());
        return new Tensor(Array.of(all, shape)).to(images.dtype()).to(images.device());
    }

    @Override
    public String toString() {
        return augmentation.toString();
    }
}
