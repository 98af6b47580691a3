package percolate.plotting.chart;

/** What can be shown as a picture. */
public interface Pictured {
    Picture picture();
}
