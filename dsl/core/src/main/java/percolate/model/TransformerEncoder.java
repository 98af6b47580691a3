package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Node;

/**
 * The transformer's encoder: self-attention with so many heads, then two dense layers, d to {@code feedForward} and back.
 * [time, d] stays as it is. It stands for its parts, whose weights have their names: {@code multiHeadAttention1.query}, …
 *
 * <p>Options: {@link Transformer}.
 *
 * @see <a href="https://arxiv.org/abs/1706.03762">Vaswani et al. 2017, section 3.1</a>
 */
public final class TransformerEncoder extends Transformer<TransformerEncoder> {
    TransformerEncoder(Attributes attributes) {
        super(attributes);
    }

    public TransformerEncoder(int heads, int feedForward) {
        this(attributes("transformerEncoder", heads, feedForward));
    }

    @Override
    protected TransformerEncoder with(Attributes attributes) {
        return new TransformerEncoder(attributes);
    }

    @Override
    int sequences() {
        return 1;
    }

    @Override
    Node block(Node x, List<Node> more) {
        check(x.shape(), x.shape());
        var attention = isMasked() ? attention(true).masked() : attention(true);
        return fed(added(x, in -> {
            var inputs = new ArrayList<>(List.of(in));
            inputs.addAll(more);
            return attention.onto(inputs);
        }));
    }
}
