// What a student writes in each language; the same test runs them all.
export const KERNELS = [
  {
    language: "java",
    kernelspec: "percolate-java",
    keyword: "class",
    declare: "class Animal {\n    String greeting() { return \"moo\"; }\n}\nvar animal = new Animal();",
    complete: { written: "animal.gree", offered: "greeting()", completed: "animal.greeting()" },
    inspect: { written: "animal.greeting", told: "greeting" },
    endless: { written: "int rounds = 0;\nSystem.out.println(\"begun\");\nwhile (true) rounds++;", shown: "begun" },
    lived: { written: "rounds != 0", shown: "true" },
    ask: { written: "var name = readLine(\"name? \");\n\"Hello \" + name", prompt: "name?", answer: "Ada 😀", shown: "Hello Ada 😀" },
    flood: "while (true) System.out.println(\"again and again\");",
    forgotten: "animal",
  },
  {
    language: "kotlin",
    kernelspec: "percolate-kotlin",
    keyword: "class",
    declare: "class Animal {\n    fun greeting() = \"moo\"\n}\nval animal = Animal()",
    complete: { written: "animal.gree", offered: "greeting()", completed: "animal.greeting()" },
    inspect: { written: "animal.greeting", told: "greeting" },
    endless: { written: "var rounds = 0\nprintln(\"begun\")\nwhile (true) rounds++", shown: "begun" },
    lived: { written: "rounds != 0", shown: "true" },
    ask: { written: "print(\"name? \")\nval name = readln()\n\"Hello $name\"", prompt: "name?", answer: "Ada 😀", shown: "Hello Ada 😀" },
    flood: "while (true) println(\"again and again\")",
    forgotten: "animal",
  },
];
