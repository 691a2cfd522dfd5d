using 'main.bicep'

param name = 'hnsb'
