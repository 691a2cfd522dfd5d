// Tells people when the group costs more than it should. It stops nothing.
param name string

@description('A month, in the currency of the subscription.')
param amount int

@description('First day of the month in which a new budget begins, yyyy-MM-01.')
param start string

param alertEmail string

@description('Action group of the alerts. Azure takes no notification that has neither a group nor an address.')
param peopleId string

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: '${name}-month'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    // A budget takes no other start than the one it was made with, and none before the month in which it is made.
    timePeriod: { startDate: this.existingResource().?properties.timePeriod.startDate ?? start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: empty(alertEmail) ? [] : [alertEmail]
        contactGroups: [peopleId]
        contactRoles: ['Owner']
      }
      foreseen: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: empty(alertEmail) ? [] : [alertEmail]
        contactGroups: [peopleId]
        contactRoles: ['Owner']
      }
    }
  }
}
