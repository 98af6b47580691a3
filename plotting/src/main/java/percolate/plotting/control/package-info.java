/**
 * Controls in the page of a notebook: {@link percolate.plotting.control.Slider}, {@link percolate.plotting.control.Menu},
 * {@link percolate.plotting.control.Toggle}, {@link percolate.plotting.control.Button}, pictures that can be replaced, and
 * their rows and columns. They speak the protocol of ipywidgets 8, so that the widgets that JupyterLab and others have draw
 * them; where there are none, a control is its value and a sentence.
 *
 * <p>Imports the kernel's API and {@code percolate.plotting.chart}.
 *
 * @see <a href="https://github.com/jupyter-widgets/ipywidgets/blob/main/packages/schema/messages.md">Jupyter widgets:
 *     messages, version 2.1.0</a>
 */
package percolate.plotting.control;
