package percolate.kernel.protocol;

/** What all front ends of the kernel hear on iopub. */
public sealed interface Broadcast extends Content
        permits ClearOutput,
                CommClose,
                CommMessage,
                CommOpen,
                DisplayData,
                ErrorOutput,
                ExecuteInput,
                ExecuteResult,
                IopubWelcome,
                ShutdownNotice,
                Status,
                StreamOutput,
                UpdateDisplayData {}
