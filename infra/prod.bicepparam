// The real thing: accounts closed but to the offices, uploads scanned, a copy in another region, papers kept for ten years.
using 'main.bicep'

param name = 'hnsb'
param location = 'southeastasia'
param environment = 'prod'
// Two instances take all fifteen returns within minutes; a burst of the counties stays within this too.
param maximumInstances = 40
param privateEndpoints = true
// The public addresses of the provincial office and of the prefectures. Without them everything still runs, and nobody outside the network can upload.
param allowedAddresses = []
param uploaders = []
param redundancy = 'Standard_GZRS'
param writeOnceDays = 3650
// true once the policies of the papers are locked (README, Operations); a deployment that writes to a locked one fails.
param papersLocked = false
param keepEarlierDays = 3650
param scanUploads = true
param logDays = 365
param budgetAmount = 300
// The app registration (app-roles.json), and who is told of alerts besides the owners of the subscription.
param authClientId = ''
param alertEmail = ''
