// To try things out: open to the internet (by identity only), one copy, kept for days.
using 'main.bicep'

param name = 'hnsb'
param location = 'southeastasia'
param environment = 'dev'
param maximumInstances = 10
param redundancy = 'Standard_LRS'
// What was tried out can be thrown away the day after tomorrow.
param writeOnceDays = 1
param keepEarlierDays = 30
param logDays = 30
param budgetAmount = 50
// The app registration (app-roles.json), and who is told of alerts besides the owners of the subscription.
param authClientId = ''
param alertEmail = ''
