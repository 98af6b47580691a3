package percolate.model;

import percolate.Shape;
import percolate.program.Body;

/**
 * Local response normalisation as in AlexNet: bᵢ = aᵢ / (k + alpha · Σⱼ aⱼ²)^beta, the sum over the n channels around i at
 * the same place. n is 5, k 2, alpha 10⁻⁴ and beta 0.75 unless said. PyTorch's layer divides alpha by n first: there alpha
 * is n times ours.
 *
 * <p>[channels, h, w] stays as it is. No weights.
 *
 * @see <a href="https://papers.nips.cc/paper/4824">Krizhevsky et al. 2012, section 3.3</a>
 */
public final class LocalResponseNorm extends Part<LocalResponseNorm> {
    public LocalResponseNorm(Attributes attributes) {
        super(attributes);
        attributes.positive("size", 1);
        if (!(number("k") > 0 && number("alpha") >= 0)) {
            throw new IllegalArgumentException("localResponseNorm: expected k above 0 and alpha of 0 or more, got "
                    + number("k") + " and " + number("alpha"));
        }
    }

    public LocalResponseNorm() {
        this(Attributes.of("localResponseNorm"));
    }

    @Override
    protected LocalResponseNorm with(Attributes attributes) {
        return new LocalResponseNorm(attributes);
    }

    /** n, how many channels are summed over. */
    public LocalResponseNorm size(int channels) {
        return option("size", channels);
    }

    public LocalResponseNorm k(Number k) {
        return option("k", k);
    }

    public LocalResponseNorm alpha(Number alpha) {
        return option("alpha", alpha);
    }

    public LocalResponseNorm beta(Number beta) {
        return option("beta", beta);
    }

    private int size() {
        return attributes().integer("size", 5);
    }

    private double number(String option) {
        double otherwise = option.equals("k") ? 2 : option.equals("alpha") ? 1e-4 : 0.75;
        return attributes().has(option) ? attributes().number(option) : otherwise;
    }

    @Override
    public Shape outputShape(Shape input) {
        return Sizes.image(input);
    }

    @Override
    public String write(Body body) {
        int n = size();
        body.line("squares = torch.unsqueeze(torch.mul(" + body.input() + ", " + body.input() + "), 1)");
        body.line("padded = torch.constant_pad_nd(squares, [0, 0, 0, 0, " + n / 2 + ", " + (n - 1) / 2 + "], 0)");
        body.line("means = torch.squeeze(torch.avg_pool3d(padded, [" + n + ", 1, 1], [1, 1, 1]), 1)");
        return "torch.div(%s, torch.pow(torch.add(torch.mul(means, %s), %s), %s))"
                .formatted(body.input(), n * number("alpha"), number("k"), number("beta"));
    }

    @Override
    public long work(Shape input) {
        return input.elementCount() * (size() + 2);
    }

    @Override
    protected String written() {
        var text = new StringBuilder("localResponseNorm()");
        if (attributes().has("size")) {
            text.append(".size(").append(size()).append(')');
        }
        for (var option : new String[] {"k", "alpha", "beta"}) {
            if (attributes().has(option)) {
                text.append('.')
                        .append(option)
                        .append('(')
                        .append(number(option))
                        .append(')');
            }
        }
        return text.toString();
    }
}
