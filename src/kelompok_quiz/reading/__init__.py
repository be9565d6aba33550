"""Files and streams → answer batches, in bounded chunks and in the order of the source.

`sources` is the door and describes the road; `inputs` reads several of them in one run.
"""
