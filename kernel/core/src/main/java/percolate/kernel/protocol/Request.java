package percolate.kernel.protocol;

/** What a front end asks for. */
public sealed interface Request
        permits CommInfoRequest,
                CommMessage,
                CommOpen,
                CompleteRequest,
                ExecuteRequest,
                HistoryRequest,
                InputReply,
                InspectRequest,
                InterruptRequest,
                InvalidRequest,
                IsCompleteRequest,
                KernelInfoRequest,
                ShutdownRequest,
                UnknownRequest {}
