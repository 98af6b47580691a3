package percolate.data.file;

import java.util.List;
import java.util.function.Supplier;
import percolate.Dataset;
import percolate.Tensor;
import percolate.data.Facts;

/**
 * Data that came with a test part.
 *
 * @param testPart reads it
 */
record Parted(Dataset train, Supplier<Dataset> testPart) implements Dataset {
    @Override
    public Dataset test() {
        return testPart.get();
    }

    @Override
    public List<Tensor> inputs() {
        return train.inputs();
    }

    @Override
    public List<Tensor> targets() {
        return train.targets();
    }

    @Override
    public int size() {
        return train.size();
    }

    @Override
    public Facts facts() {
        return train.facts();
    }

    @Override
    public Dataset rows(long... examples) {
        return train.rows(examples);
    }

    @Override
    public String toString() {
        return train + ", with a test part";
    }
}
