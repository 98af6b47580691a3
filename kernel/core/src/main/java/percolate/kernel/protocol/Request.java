package percolate.kernel.protocol;

/** What a front end asks for. */
public sealed interface Request
        permits CommClose,
                CommInfoRequest,
                CommMessage,
                CommOpen,
                CompleteRequest,
                CreateSubshellRequest,
                DeleteSubshellRequest,
                ExecuteRequest,
                HistoryRequest,
                InputReply,
                InspectRequest,
                InterruptRequest,
                InvalidRequest,
                IsCompleteRequest,
                KernelInfoRequest,
                ListSubshellRequest,
                ShutdownRequest,
                UnknownRequest {}
