package percolate.kernel.kotlin

import percolate.kernel.traceback.HintTable

/** What a learner can do about an exception, where Kotlin has words of its own for that. */
internal val THROWN_HINTS =
    HintTable(
        linkedMapOf(
            "NullPointerException" to "what stands before !! is null: ?: gives another value then, and ?. goes on only if there is one",
            "NullPointerException: null cannot be cast to non-null type (?:.*[.])?(\\w+)" to
                "as? gives null instead; say as $1? if null is fine",
            "NullPointerException: .* because the return value of \"(?:.*[.])?(\\w+\\.\\w+)\\(.*" to
                "$1 is written in Java and gave null: put ?: behind it, or ?. instead of the point",
            "NullPointerException: .* because \"(?:<local\\d+>|this)?\\.?(.+?)\" is null" to
                "$1 has been given no value yet, or null; look where it gets its value",
            "ClassCastException: .+ cannot be cast to Integer" to
                "ask first what it is, as in if (x is Int) …; as? gives null for what is none",
            "ClassCastException: .+ cannot be cast to (?:.*[.$])?(\\w+)" to
                "ask first what it is, as in if (x is $1) …; as? gives null for what is none",
            "NumberFormatException: .*\"\\s*-?\\d+[.]\\d*\\s*\".*" to "this is no whole number; toDouble() reads it",
            "NumberFormatException: .*\"(?:\\s.*|.*\\s)\".*" to "trim() takes the blanks off the text",
            "NumberFormatException.*" to "the text has to be a number, and nothing but a number; toIntOrNull() gives null for any other",
            ".*IndexOutOfBoundsException: Index -?\\d+ out of bounds for length ([1-9]\\d*)" to
                "indices go from 0 to one less than $1; for (i in xs.indices) goes over them, and getOrNull(i) gives null beyond",
            ".*IndexOutOfBoundsException: Empty list .*" to "it is empty: there is nothing at any index",
            "StackOverflowError.*" to "a function that calls itself needs a case in which it does not",
            "ConcurrentModificationException.*" to
                "a collection must not change while a loop goes over it; removeAll { … } removes while it goes",
            "NoSuchElementException: Key (.+) is missing in the map\\." to
                "the map has nothing under this key; map[key] gives null then, getOrDefault(key, 0) gives 0",
            "NoSuchElementException: (?:List|Collection|Array|Sequence|Char sequence) is empty\\." to
                "ask with isEmpty() first; firstOrNull(), lastOrNull() and maxOrNull() give null instead",
            "NoSuchElementException: .* contains no element matching the predicate\\." to "firstOrNull { … } gives null instead",
            "NoSuchElementException(?!: No value present).*" to
                "there is no element left: ask with isEmpty() or hasNext() first; maxOrNull() and the like give null instead",
            "UnsupportedOperationException: Empty .* can't be reduced\\." to
                "reduceOrNull { … } gives null instead; fold(0) { … } starts with a value of yours",
            "UnsupportedOperationException" to
                "listOf(…) and Java's List.of(…) do not change; mutableListOf(…) and toMutableList() give a list that does",
            "UninitializedPropertyAccessException: lateinit property (\\w+) has not been initialized" to
                "give $1 its value before it is read; ::$1.isInitialized asks for that",
            "NotImplementedError.*" to "TODO() stands where code is still to be written",
            "IllegalArgumentException: Comparison method violates its general contract!" to
                "a comparison has to say the same for the same two each time",
            "(?:NoSuchFileException|FileNotFoundException).*" to
                "a path starts at the notebook's folder, which java.io.File(\"\").absolutePath shows",
            "ExceptionInInitializerError.*" to
                "the object cannot be used: what follows \"Caused by\" happened when its properties got their values",
            "NoClassDefFoundError: Could not initialize class (.+)" to
                "its properties failed to get their values when it was first used; mend that and run its cell again",
        ),
    )
